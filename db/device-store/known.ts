import type { Key } from '../../core/kit/record-type.ts'
import { asKey } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

const among = 'in (select value from json_each(?))'

/**
 * Those of the keys of which anything is here: in some stream, on top, or gone in an earlier page and still shown until
 * the last. The others have no index rows, names or words either.
 */
export function* knownOf(keys: Iterable<Key>): Steps<Set<Key>> {
  const asked = JSON.stringify([...keys])
  const rows = yield* query(
    `select key from mirror where key ${among} union all select key from pending where key ${among}
     union all select key from dirty where key ${among}`,
    asked,
    asked,
    asked,
  )
  return new Set(rows.map(row => asKey(text(row, 'key'))))
}

/** Those of the keys that pending commands touch. */
export function* touchedOf(keys: Iterable<Key>): Steps<Set<Key>> {
  // Most pulls meet no pending command at all.
  if ((yield* query('select 1 from touch limit 1')).length === 0) return new Set()
  const rows = yield* query(
    `select distinct key from touch where key ${among}`,
    JSON.stringify([...keys]),
  )
  return new Set(rows.map(row => asKey(text(row, 'key'))))
}
