import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { asKey, isReadable, partsOf, upcast } from '../records/kinds.ts'
import { sumOf } from '../records/sum.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { int, text } from '../sql/row.ts'
import type { SqlRow, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Stream of what a computer keeps that has not joined a district. */
export const hereStream = 'here'
/** Stream of what comes with the program. Anything from elsewhere goes before it. */
export const shippedStream = 'shipped'

/** SQL: a row is of one of the kinds of a JSON array, given as one value. */
export const isOfKinds = "substr(key, 1, instr(key, '/') - 1) in (select value from json_each(?))"

/** A record as a stream has it. `told`: what the district said, where this computer keeps something else of it (`heldToFirst`). */
export interface Streamed {
  readonly stream: string
  readonly rec: StoredRec
  readonly told?: StoredRec
}

/** Takes records in, whatever was there: the district's word is replaced, never refused. */
export function* putMirrorAll(streamed: readonly Streamed[], generation: number): Steps<void> {
  yield* insertRows(
    'mirror (stream, key, v, rev, body, clocks, generation, told)',
    streamed.map(({ stream, rec, told = rec }) => {
      const body = JSON.stringify(rec.body)
      const clocks = JSON.stringify(rec.clocks)
      const sum =
        told === rec
          ? sumOf(rec, body, clocks)
          : sumOf(told, JSON.stringify(told.body), JSON.stringify(told.clocks))
      return [stream, `${rec.kind}/${rec.id}`, rec.v, rec.rev, body, clocks, generation, sum]
    }),
    `on conflict (stream, key) do update set v = excluded.v, rev = excluded.rev, body = excluded.body,
       clocks = excluded.clocks, generation = excluded.generation, told = excluded.told`,
  )
}

/** The same for one. */
export const putMirror = (stream: string, rec: StoredRec, generation: number): Steps<void> =>
  putMirrorAll([{ stream, rec }], generation)

/** Takes a record out of one stream; others may still hold it. */
export function* dropFromMirror(stream: string, key: Key): Steps<void> {
  yield* query('delete from mirror where stream = ? and key = ?', stream, key)
}

/** Empties a stream and names what it held. */
export function* dropStream(stream: string): Steps<Key[]> {
  const rows = yield* query('delete from mirror where stream = ? returning key', stream)
  return rows.map(row => asKey(text(row, 'key')))
}

/**
 * A record as the mirror has it. It may stand in several streams with different fields: they are united,
 * the newest revision first. One that this program can't read is not here (`isReadable`).
 */
export function* mirrorRec(key: Key, kinds: Kinds): Steps<StoredRec | undefined> {
  const rows = yield* query('select stream, v, rev, body, clocks from mirror where key = ?', key)
  return united(key, rows, kinds)
}

/** Those of the records that the mirror has. */
export function* mirrorRecs(keys: readonly Key[], kinds: Kinds): Steps<Map<Key, StoredRec>> {
  const found = yield* query(
    `select key, stream, v, rev, body, clocks from mirror
     where key in (select value from json_each(?))`,
    JSON.stringify(keys),
  )
  const recs = new Map<Key, StoredRec>()
  for (const [named, rows] of Map.groupBy(found, row => text(row, 'key'))) {
    const key = asKey(named)
    const rec = united(key, rows, kinds)
    if (rec) recs.set(key, rec)
  }
  return recs
}

function united(key: Key, rows: readonly SqlRow[], kinds: Kinds): StoredRec | undefined {
  let whole: StoredRec | undefined
  for (const row of rows.length > 1 ? rows.toSorted(byWord) : rows) {
    const rec = recIn(key, row, kinds)
    if (!isReadable(rec, kinds)) continue
    whole = whole
      ? {
          ...whole,
          body: { ...rec.body, ...whole.body },
          clocks: { ...rec.clocks, ...whole.clocks },
        }
      : rec
  }
  return whole
}

/** What comes with the program last, else the newest first. */
function byWord(a: SqlRow, b: SqlRow): number {
  const isShipped = (row: SqlRow): number => (text(row, 'stream') === shippedStream ? 1 : 0)
  return (
    isShipped(a) - isShipped(b) ||
    int(b, 'rev') - int(a, 'rev') ||
    (text(a, 'stream') < text(b, 'stream') ? -1 : 1)
  )
}

/** A row with a body as a record at today's version. */
export function recIn(key: Key, row: SqlRow, kinds: Kinds): StoredRec {
  return upcast(
    {
      ...partsOf(key),
      v: int(row, 'v'),
      rev: int(row, 'rev'),
      body: JSON.parse(text(row, 'body')),
      clocks: JSON.parse(text(row, 'clocks')),
    },
    kinds,
  )
}
