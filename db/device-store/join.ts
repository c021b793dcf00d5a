import type { Actor } from '../../core/kit/command.ts'
import type { Key } from '../../core/kit/record-type.ts'
import { asKey } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { dropStream, hereStream } from './mirror.ts'
import { redecide } from './redecide.ts'
import { stand, standingOf } from './standing.ts'

/**
 * Joins a district: everything done on this computer so far is decided again, in order, as the person the
 * district knows, so that what was made as `me` becomes theirs; then it is sent like any other command. The
 * device keeps its name, hence the records keep their ids. Returns the records that may look different.
 * Throws when it has joined already, or under another device name.
 */
export function* join(actor: Actor, base: Base): Steps<ReadonlySet<Key>> {
  const before = yield* standingOf()
  if (before.joined) throw new Error('joined already')
  if (actor.device !== before.actor.device) throw new Error('a device keeps its name')
  const standing = yield* stand({ actor, joined: true })
  const changed = new Set<Key>(yield* dropStream(hereStream))
  for (const row of yield* query('select distinct key from touch'))
    changed.add(asKey(text(row, 'key')))
  return yield* redecide(changed, standing, base)
}
