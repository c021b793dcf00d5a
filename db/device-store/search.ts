import type { Key } from '../../core/kit/record-type.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { SearchText } from './base.ts'

export interface Found {
  readonly kind: string
  readonly id: string
  readonly title: string
  /** A few words round the hit; hits stand between U+0002 and U+0003, which no text that was typed holds. */
  readonly snippet: string
}

const wordsMax = 12
const wordCharsMax = 60
export const foundRowsMax = 200

/** Brings the search index up to date with one record; without text it is not found. */
export function* searchRecord(key: Key, words: SearchText | undefined): Steps<void> {
  const [row] = yield* query('select n from searched where key = ?', key)
  if (row) yield* query('delete from search where rowid = ?', int(row, 'n'))
  if (!words) {
    if (row) yield* query('delete from searched where key = ?', key)
    return
  }
  if (!row) yield* query('insert into searched (key) values (?)', key)
  const [made] = row ? [row] : yield* query('select n from searched where key = ?', key)
  if (!made) throw new Error('the search index gave no number')
  yield* query(
    'insert into search (rowid, title, text) values (?, ?, ?)',
    int(made, 'n'),
    words.title,
    words.text,
  )
}

/** The words of a question in the search's own language: each quoted, the last one as it begins. */
export function matchOf(question: string): string | undefined {
  const words = question.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return undefined
  const quoted = words.slice(0, wordsMax).map(word => `"${word.slice(0, wordCharsMax)}"`)
  return `${quoted.join(' ')}*`
}

/** The records that hold all words, best first; titles count more. A question without a word finds nothing. */
export function* found(
  question: string,
  kinds: readonly string[],
  limit: number,
): Steps<readonly Found[]> {
  const match = matchOf(question)
  if (match === undefined) return []
  const rows = yield* query(
    `select s.key as key, search.title as title,
            snippet(search, 1, char(2), char(3), '…', 16) as snippet
     from search join searched s on s.n = search.rowid
     where search match ? and substr(s.key, 1, instr(s.key, '/') - 1) in (select value from json_each(?))
     order by bm25(search, 4.0, 1.0), s.key limit ?`,
    match,
    JSON.stringify(kinds),
    Math.min(limit, foundRowsMax),
  )
  return rows.map(row => ({
    ...partsOf(asKey(text(row, 'key'))),
    title: text(row, 'title'),
    snippet: text(row, 'snippet'),
  }))
}
