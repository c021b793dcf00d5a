import { asKey } from '../records/kinds.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { searchRecord } from './search.ts'
import { viewRecs } from './view.ts'

/** Learns the words of some records; whether there are more. */
export function* learnWords(limitRows: number, base: Base): Steps<boolean> {
  const rows = yield* query('select n, key from search_due order by n limit ?', limitRows)
  const keys = [...new Set(rows.map(row => asKey(text(row, 'key'))))]
  const seen = yield* viewRecs(keys, base)
  for (const key of keys) {
    const rec = seen.get(key)
    yield* searchRecord(key, rec && base.searchText(rec))
  }
  const last = rows.at(-1)
  if (last) yield* query('delete from search_due where n <= ?', int(last, 'n'))
  return rows.length === limitRows
}
