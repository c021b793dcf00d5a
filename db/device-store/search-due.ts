import type { Key } from '../../core/kit/record-type.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

// The words of records are half of what taking in a page costs, and nobody searches while it comes. So a page notes whose
// words are to be learnt; that is done in small turns afterwards, and before a search at the latest.

/** Notes records whose words the search has yet to learn, over a restart too. */
export function* noteSearchDue(keys: readonly Key[]): Steps<void> {
  if (keys.length === 0) return
  yield* query('insert into search_due (key) select value from json_each(?)', JSON.stringify(keys))
}

/** Whether the search has words to learn. */
export function* isSearchDue(): Steps<boolean> {
  return (yield* query('select 1 from search_due limit 1')).length > 0
}
