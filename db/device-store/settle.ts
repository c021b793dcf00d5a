import type { Key } from '../../core/kit/record-type.ts'
import { int } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Page } from '../wire.ts'
import { archive } from './archive.ts'
import type { Base } from './base.ts'
import { isGivenIn } from './command-key.ts'
import { markDirty } from './dirty.ts'
import { outboxRowOf, touchesOf } from './outbox.ts'
import { giveOwnKey } from './own-key.ts'

/**
 * Takes the district's final results in. A refused command stays, with its reason, until the person dismisses it. One
 * that was given in this opening and has never left can't have been applied: that was another under its key.
 */
export function* takeResults(results: Page['results'], base: Base): Steps<void> {
  for (const [key, result] of results) {
    const row = yield* outboxRowOf(key)
    if (!row || row.state === 'refused') continue
    const isAnothers = row.state === 'queued' && isGivenIn(row.key, base.opening)
    if (result.status === 'applied' && isAnothers) yield* giveOwnKey(row, base)
    else if (result.status === 'applied') {
      yield* query(
        "update outbox set state = 'applied', settled = 1, wait_on = null where n = ?",
        row.n,
      )
    } else if (result.status === 'refused') {
      yield* query(
        "update outbox set state = 'refused', refusal = ?, wait_on = null where n = ?",
        JSON.stringify(result.refusal),
        row.n,
      )
      yield* markDirty(yield* released(row.n))
    }
  }
}

/**
 * Moves commands whose effect is now in the mirror to the archive; called when a pull is complete. Returns
 * the records on which they lay.
 */
export function* archiveSettled(): Steps<Set<Key>> {
  const keys = new Set<Key>()
  const rows = yield* query('select n from outbox where settled = 1')
  for (const row of rows) {
    const n = int(row, 'n')
    yield* archive(n)
    for (const key of yield* released(n)) keys.add(key)
    yield* query('delete from outbox where n = ?', n)
  }
  return keys
}

function* released(n: number): Steps<Key[]> {
  const touches = yield* touchesOf(n)
  yield* query('delete from touch where n = ?', n)
  return touches.map(touch => touch.key)
}
