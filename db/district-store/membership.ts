import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { asKey } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import { sumOf, sumWithout } from '../records/sum.ts'
import type { RecTexts } from '../records/texts.ts'
import { textsOf } from '../records/texts.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { intMaybe, text } from '../sql/row.ts'
import type { Dialect, Steps, Value } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Entry } from './append.ts'

/** Where a record stands: as which view, and what it adds to the sum of the stream (`undefined`: not counted yet). */
export interface Member {
  readonly view: string
  readonly sum: number | undefined
}

/** What records are seated by. */
interface Context {
  readonly kinds: Kinds
  readonly dialect: Dialect
}

/** A record to be seated; without `rec` it is gone. */
interface Seated {
  readonly key: Key
  readonly rec: StoredRec | undefined
}

/**
 * Seats written records anew, in the order in which they were written. The entries name every stream that one is in now or
 * was in before: those it left will say that it is gone. `isNew`: one that can stand nowhere yet; `texts`: of a record as
 * it is stored.
 */
export function* reseat(
  all: readonly Seated[],
  { kinds, dialect }: Context,
  isNew: (key: Key) => boolean = () => false,
  texts: (rec: StoredRec) => RecTexts = textsOf,
): Steps<Entry[]> {
  const keys = new Set(all.map(({ key }) => key))
  const stood = yield* membersOf(
    [...keys].filter(key => !isNew(key)),
    dialect,
  )
  const stands = new Map<Key, ReadonlyMap<string, Member>>()
  const entries: Entry[] = []
  for (const { key, rec } of all) {
    const old = stands.get(key) ?? stood.get(key) ?? nowhere
    const now = membersNow(rec, kinds, texts)
    entries.push(...moved(key, old, now))
    stands.set(key, now)
  }
  const rows: Value[][] = []
  for (const [key, now] of stands) {
    const old = stood.get(key) ?? nowhere
    for (const stream of old.keys())
      if (!now.has(stream))
        yield* query('delete from member where key = ? and stream = ?', key, stream)
    for (const [stream, { view, sum }] of now) {
      const before = old.get(stream)
      if (before?.view !== view || before.sum !== sum) rows.push([key, stream, view, sum ?? null])
    }
  }
  yield* putMembers(rows)
  return entries
}

/** What streams say of a record that stood there and stands here. */
function moved(
  key: Key,
  old: ReadonlyMap<string, Member>,
  now: ReadonlyMap<string, Member>,
): Entry[] {
  const left = [...old].flatMap(([stream, { sum }]) => {
    if (now.has(stream)) return []
    return [{ stream, key, records: sum === undefined ? 0 : -1, sum: sumWithout(0, sum ?? 0) }]
  })
  const shown = [...now].map(([stream, { sum = 0 }]) => {
    const before = old.get(stream)?.sum
    return { stream, key, records: before === undefined ? 1 : 0, sum: sumWithout(sum, before ?? 0) }
  })
  return [...left, ...shown]
}

const nowhere: ReadonlyMap<string, Member> = new Map()

/** Where records stand, as they were last seated. */
export function* membersOf(
  keys: readonly Key[],
  dialect: Dialect,
): Steps<Map<Key, Map<string, Member>>> {
  const found = new Map<Key, Map<string, Member>>()
  if (keys.length === 0) return found
  const sql = `select key, stream, view, sum from member where ${dialect.among('key')}`
  for (const row of yield* query(sql, JSON.stringify(keys))) {
    const key = asKey(text(row, 'key'))
    const members = found.get(key) ?? new Map<string, Member>()
    found.set(key, members)
    members.set(text(row, 'stream'), { view: text(row, 'view'), sum: intMaybe(row, 'sum') })
  }
  return found
}

/** Where a record stands by its body and today's code. */
export function membersNow(
  rec: StoredRec | undefined,
  kinds: Kinds,
  texts: (rec: StoredRec) => RecTexts = textsOf,
): Map<string, { readonly view: string; readonly sum: number }> {
  const type = rec && kinds.get(rec.kind)
  if (!type) return new Map()
  const seats = type.seats(rec.id, rec.body)
  return new Map(
    seats.map(({ stream, view }) => {
      const shown = projected(rec, type, name => name === stream) ?? rec
      const { body, clocks } = texts(shown)
      return [stream, { view, sum: sumOf(shown, body, clocks) }]
    }),
  )
}

/** Notes where a record stands in one stream. */
export const putMember = (key: Key, stream: string, { view, sum }: Member): Steps<void> =>
  putMembers([[key, stream, view, sum ?? null]])

function* putMembers(rows: readonly Value[][]): Steps<void> {
  yield* insertRows(
    'member (key, stream, view, sum)',
    rows,
    'on conflict (key, stream) do update set view = excluded.view, sum = excluded.sum',
  )
}
