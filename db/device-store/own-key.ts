import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { commandKey } from './command-key.ts'
import { markDirty } from './dirty.ts'
import type { Pending } from './outbox.ts'
import { touchesOf } from './outbox.ts'
import { stand, standingOf } from './standing.ts'

/**
 * The district has decided something else under this command's key: another computer went on from a copy of these
 * records. The command keeps its place in the order and goes again under a key that nobody has given.
 */
export function* giveOwnKey(row: Pending, base: Base): Steps<void> {
  const { actor, n } = yield* standingOf()
  yield* stand({ n: n + 1 })
  yield* query(
    "update outbox set key = ?, state = 'queued', wait_on = null where n = ?",
    commandKey(actor.device, n + 1, base.opening),
    row.n,
  )
  // Ids follow from the key, so what is seen of it is decided again.
  yield* markDirty((yield* touchesOf(row.n)).map(touch => touch.key))
}
