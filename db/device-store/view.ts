import type { Key } from '../../core/kit/record-type.ts'
import type { Ask, Told } from '../engine/load.ts'
import { indexRecord } from '../index-table/index-table.ts'
import type { StoredRec } from '../records/kinds.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { mirrorRec, recIn } from './mirror.ts'
import { searchRecord } from './search.ts'

/** A record as the person sees it: with what is pending on top, else the mirror's. */
export function* viewRec(key: Key, base: Base): Steps<StoredRec | undefined> {
  const [row] = yield* query('select v, rev, body, clocks from pending where key = ?', key)
  if (!row) return yield* mirrorRec(key, base.kinds)
  return row['body'] === null ? undefined : recIn(key, row, base.kinds)
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
export function* clearPending(key: Key): Steps<void> {
  yield* query('delete from pending where key = ?', key)
}

/** Brings index rows, names and search up to date with the view of one record. Returns the names it held or holds. */
export function* reindex(key: Key, base: Base): Steps<ReadonlySet<string>> {
  const { kind, id } = partsOf(key)
  const type = base.kinds.get(kind)
  // A kind of a newer program is kept in the mirror and not looked at.
  if (!type) return new Set()
  const rec = yield* viewRec(key, base)
  yield* indexRecord(type, id, rec)
  const old = yield* query('select name from name where key = ?', key)
  if (old.length > 0) yield* query('delete from name where key = ?', key)
  const names = new Set(rec ? type.unique(id, rec.body) : [])
  for (const name of names) yield* query('insert into name (name, key) values (?, ?)', name, key)
  yield* searchRecord(key, rec && base.searchText(rec))
  for (const row of old) names.add(text(row, 'name'))
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
