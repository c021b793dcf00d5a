import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import { sumOf, sumWithout } from '../records/sum.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Entry } from './append.ts'

/** Where a record stands: as which view, and what it adds to the sum of the stream (`undefined`: not counted yet). */
export interface Member {
  readonly view: string
  readonly sum: number | undefined
}

/**
 * Seats a written record anew. The entries name every stream that it is in now or was in before: those it
 * left will say that it is gone.
 */
export function* reseat(
  { key, rec }: { readonly key: Key; readonly rec: StoredRec | undefined },
  kinds: Kinds,
): Steps<Entry[]> {
  const old = yield* membersOf(key)
  const now = membersNow(rec, kinds)
  const entries: Entry[] = []
  for (const [stream, before] of old) {
    if (now.has(stream)) continue
    yield* query('delete from member where key = ? and stream = ?', key, stream)
    const isCounted = before.sum !== undefined
    entries.push({
      stream,
      key,
      records: isCounted ? -1 : 0,
      sum: sumWithout(0, before.sum ?? 0),
    })
  }
  for (const [stream, { view, sum }] of now) {
    const before = old.get(stream)
    if (before?.view !== view || before.sum !== sum) yield* putMember(key, stream, { view, sum })
    entries.push({
      stream,
      key,
      records: before?.sum === undefined ? 1 : 0,
      sum: sumWithout(sum, before?.sum ?? 0),
    })
  }
  return entries
}

/** Where a record stands, as it was last seated. */
export function* membersOf(key: Key): Steps<Map<string, Member>> {
  const rows = yield* query('select stream, view, sum from member where key = ?', key)
  return new Map(
    rows.map(row => [
      text(row, 'stream'),
      { view: text(row, 'view'), sum: row['sum'] === null ? undefined : int(row, 'sum') },
    ]),
  )
}

/** Where a record stands by its body and today's code. */
export function membersNow(
  rec: StoredRec | undefined,
  kinds: Kinds,
): Map<string, { readonly view: string; readonly sum: number }> {
  const type = rec && kinds.get(rec.kind)
  if (!type) return new Map()
  const seats = type.seats(rec.id, rec.body)
  return new Map(
    seats.map(({ stream, view }) => {
      const shown = projected(rec, type, name => name === stream) ?? rec
      const sum = sumOf(shown, JSON.stringify(shown.body), JSON.stringify(shown.clocks))
      return [stream, { view, sum }]
    }),
  )
}

/** Notes where a record stands in one stream. */
export function* putMember(key: Key, stream: string, { view, sum }: Member): Steps<void> {
  yield* query(
    `insert into member (key, stream, view, sum) values (?, ?, ?, ?)
     on conflict (key, stream) do update set view = excluded.view, sum = excluded.sum`,
    key,
    stream,
    view,
    sum ?? null,
  )
}
