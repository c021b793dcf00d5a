import type { Key } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { Ask, Told } from '../engine/load.ts'
import { indexRecord, indexRecords } from '../index-table/index-table.ts'
import type { StoredRec } from '../records/kinds.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { sqliteDialect } from '../sql/sqlite.ts'
import type { Base } from './base.ts'
import { mirrorRec, mirrorRecs, recIn } from './mirror.ts'
import { noteFiles } from './named-files.ts'
import { searchRecord } from './search.ts'
import { noteSearchDue } from './search-due.ts'

/** A record as the person sees it: with what is pending on top, else the mirror's. */
export function* viewRec(key: Key, base: Base): Steps<StoredRec | undefined> {
  const [row] = yield* query('select v, rev, body, clocks from pending where key = ?', key)
  if (!row) return yield* mirrorRec(key, base.kinds)
  return row['body'] === null ? undefined : recIn(key, row, base.kinds)
}

/** Those of the records that the person sees. */
export function* viewRecs(keys: readonly Key[], base: Base): Steps<Map<Key, StoredRec>> {
  if (keys.length === 0) return new Map()
  const onTop = yield* query(
    `select key, v, rev, body, clocks from pending where key in (select value from json_each(?))`,
    JSON.stringify(keys),
  )
  const pending = new Map(onTop.map(row => [text(row, 'key'), row]))
  const recs = yield* mirrorRecs(
    keys.filter(key => !pending.has(key)),
    base.kinds,
  )
  for (const [named, row] of pending) {
    const key = asKey(named)
    if (row['body'] !== null) recs.set(key, recIn(key, row, base.kinds))
  }
  return recs
}

/** Puts a record on top of the mirror; without one, it is taken away there. */
export function* putPending(key: Key, rec: StoredRec | undefined): Steps<void> {
  yield* query(
    `insert into pending (key, v, rev, body, clocks) values (?, ?, ?, ?, ?)
     on conflict (key) do update set v = excluded.v, rev = excluded.rev, body = excluded.body,
       clocks = excluded.clocks`,
    key,
    rec?.v ?? 0,
    rec?.rev ?? 0,
    rec ? JSON.stringify(rec.body) : null,
    JSON.stringify(rec?.clocks ?? {}),
  )
}

/** Lets the mirror be seen again. */
export function* clearPending(keys: readonly Key[]): Steps<void> {
  if (keys.length === 0) return
  yield* query(
    'delete from pending where key in (select value from json_each(?))',
    JSON.stringify(keys),
  )
}

/** Brings index rows, names and search up to date with the view of one record. Returns the names it held or holds. */
export function* reindex(key: Key, base: Base): Steps<ReadonlySet<string>> {
  const { kind, id } = partsOf(key)
  const type = base.kinds.get(kind)
  // A kind of a newer program is kept in the mirror and not looked at.
  if (!type) return new Set()
  const rec = yield* viewRec(key, base)
  yield* indexRecord(type, id, rec, sqliteDialect)
  yield* noteFiles(type, new Map([[id, rec]]))
  const old = yield* query('select name from name where key = ?', key)
  if (old.length > 0) yield* query('delete from name where key = ?', key)
  const names = new Set(rec ? type.unique(id, rec.body) : [])
  for (const name of names) yield* query('insert into name (name, key) values (?, ?)', name, key)
  yield* searchRecord(key, rec && base.searchText(rec))
  for (const row of old) names.add(text(row, 'name'))
  return names
}

/** What is known of records that are brought up to date, so that it need not be looked for. */
interface KnownOfThem {
  /** Records of which nothing was here before, as they are seen now. */
  readonly fresh?: ReadonlyMap<Key, StoredRec>
  /** Records as they are seen now; `undefined`: not at all. */
  readonly seen?: ReadonlyMap<Key, StoredRec | undefined>
  /** Their index tables were made anew: there are no rows of them. */
  readonly isIndexEmpty?: boolean
}

/** The same for many records at once, but for the words they are found by: those follow (`search-due.ts`). */
export function* reindexAll(
  keys: readonly Key[],
  base: Base,
  { fresh = new Map(), seen: given = new Map(), isIndexEmpty = false }: KnownOfThem,
): Steps<ReadonlySet<string>> {
  const known = keys.filter(key => base.kinds.has(partsOf(key).kind))
  const before = known.filter(key => !fresh.has(key))
  const asked = before.filter(key => !given.has(key))
  const seen = yield* viewRecs(asked, base)
  const recOf = (key: Key) => fresh.get(key) ?? given.get(key) ?? seen.get(key)
  for (const [kind, all] of Map.groupBy(known, key => partsOf(key).kind)) {
    const type = base.kinds.get(kind)
    if (!type) continue
    const recs = new Map(all.map(key => [partsOf(key).id, recOf(key)]))
    const isNew = (id: string) => isIndexEmpty || fresh.has(keyOf(kind, id))
    yield* indexRecords(type, recs, sqliteDialect, isNew)
    yield* noteFiles(type, recs)
  }
  yield* noteSearchDue(known)
  return yield* rename(known, before, recOf, base)
}

/** Gives the records their names anew. Returns the names they held or hold. */
function* rename(
  keys: readonly Key[],
  before: readonly Key[],
  recOf: (key: Key) => StoredRec | undefined,
  base: Base,
): Steps<ReadonlySet<string>> {
  const names = new Set<string>()
  const asked = JSON.stringify(before)
  const among = 'key in (select value from json_each(?))'
  const old = before.length === 0 ? [] : yield* query(`select name from name where ${among}`, asked)
  if (old.length > 0) yield* query(`delete from name where ${among}`, asked)
  for (const row of old) names.add(text(row, 'name'))
  const rows = keys.flatMap(key => {
    const rec = recOf(key)
    const held = rec && base.kinds.get(rec.kind)?.unique(rec.id, rec.body)
    return [...new Set(held)].map(name => [name, key] as const)
  })
  yield* insertRows('name (name, key)', rows)
  for (const [name] of rows) names.add(name)
  return names
}

/** Who holds a name in the view. */
export function* holdersOf(name: string): Steps<Key[]> {
  const rows = yield* query('select key from name where name = ? order by key', name)
  return rows.map(row => asKey(text(row, 'key')))
}

/** Answers what a command asks, from the view. */
export function* viewTold(ask: Ask, base: Base): Steps<Told> {
  const records = new Map<Key, StoredRec>()
  const names = new Map<string, Key>()
  for (const name of ask.names) {
    const [key] = yield* holdersOf(name)
    if (key) names.set(name, key)
  }
  for (const key of [...ask.keys, ...names.values()]) {
    const rec = yield* viewRec(key, base)
    if (rec) records.set(key, rec)
  }
  return { records, names, blobs: yield* blobsHere(ask.blobs) }
}

/** Those of the SHA-256 sums whose bytes are on this computer. */
export function* blobsHere(shas: readonly string[]): Steps<Set<string>> {
  const here = new Set<string>()
  for (const sha of shas)
    if ((yield* query('select sha from blob where sha = ?', sha)).length > 0) here.add(sha)
  return here
}
