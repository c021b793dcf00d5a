import type { AnyRecordType, Key } from '../../core/kit/record-type.ts'
import { indexTable } from '../index-table/index-table.ts'
import type { ListPlace } from '../index-table/list.ts'
import type { WalkAsk } from '../index-table/walk.ts'
import { rangeOf } from '../index-table/walk.ts'
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

/**
 * Where all records of a walk stand that hold all words, in the order of the walk: no rank, so that every hit is
 * there and pages can be cut from it.
 */
export function* foundAlong(
  question: string,
  type: AnyRecordType,
  ask: Pick<WalkAsk, 'along' | 'prefix'>,
): Steps<readonly ListPlace[]> {
  const match = matchOf(question)
  if (match === undefined) return []
  const { column, from, below } = rangeOf(type, ask)
  const rows = yield* query(
    `select b.id as id, b.${column} as value
     from search cross join searched s on s.n = search.rowid
     cross join ${indexTable(type.kind)} b on b.id = substr(s.key, ?)
     where search match ? and s.key >= ? and s.key < ? and b.${column} >= ? and b.${column} < ?
     order by b.${column} desc, b.id desc`,
    type.kind.length + 2,
    match,
    `${type.kind}/`,
    // '0' is the character after '/'.
    `${type.kind}0`,
    from,
    below,
  )
  return rows.map(row => ({ id: text(row, 'id'), value: text(row, 'value') }))
}

/** The words round the hits in some records of a kind, by their ids; none where a record does not hold all words. */
export function* snippetsIn(
  question: string,
  kind: string,
  ids: readonly string[],
): Steps<ReadonlyMap<string, string>> {
  const match = matchOf(question)
  if (match === undefined) return new Map()
  // One walk through the hits, and not one for each record: `+` keeps the engine from looking each one up.
  const rows = yield* query(
    `select s.key as key, snippet(search, 1, char(2), char(3), '…', 16) as snippet
     from search cross join searched s on s.n = search.rowid
     where search match ? and +search.rowid in
       (select n from searched where key in (select value from json_each(?)))`,
    match,
    JSON.stringify(ids.map(id => `${kind}/${id}`)),
  )
  return new Map(rows.map(row => [partsOf(asKey(text(row, 'key'))).id, text(row, 'snippet')]))
}
