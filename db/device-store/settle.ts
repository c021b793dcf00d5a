import type { Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import { asKey } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
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
  if (results.length === 0) return
  const applied: string[] = []
  for (const [key, result] of results) {
    if (result.status === 'applied') applied.push(key)
    else if (result.status === 'refused') yield* takeRefusal(key, result.refusal)
  }
  const among = 'key in (select value from json_each(?))'
  const queued = yield* query(
    `select key from outbox where state = 'queued' and ${among}`,
    JSON.stringify(applied),
  )
  const anothers = new Set<string>()
  for (const key of queued.map(each => text(each, 'key'))) {
    if (!isGivenIn(key, base.opening)) continue
    anothers.add(key)
    const row = yield* outboxRowOf(key)
    if (row) yield* giveOwnKey(row, base)
  }
  yield* query(
    `update outbox set state = 'applied', settled = 1, wait_on = null
     where state <> 'refused' and ${among}`,
    JSON.stringify(applied.filter(key => !anothers.has(key))),
  )
}

function* takeRefusal(key: string, refusal: Refusal): Steps<void> {
  const row = yield* outboxRowOf(key)
  if (!row || row.state === 'refused') return
  yield* query(
    "update outbox set state = 'refused', refusal = ?, wait_on = null where n = ?",
    JSON.stringify(refusal),
    row.n,
  )
  yield* markDirty((yield* touchesOf(row.n)).map(touch => touch.key))
  yield* query('delete from touch where n = ?', row.n)
}

/**
 * Moves commands whose effect is now in the mirror to the archive; called when a pull is complete. Returns
 * the records on which they lay.
 */
export function* archiveSettled(): Steps<Set<Key>> {
  if ((yield* query('select 1 from outbox where settled = 1 limit 1')).length === 0)
    return new Set()
  const keys = yield* query(
    'select distinct key from touch where n in (select n from outbox where settled = 1)',
  )
  yield* archive()
  yield* query('delete from touch where n in (select n from outbox where settled = 1)')
  yield* query('delete from outbox where settled = 1')
  return new Set(keys.map(row => asKey(text(row, 'key'))))
}
