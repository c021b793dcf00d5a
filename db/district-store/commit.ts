import type { Batch, Committed, Side } from '../engine/store.ts'
import { indexRecord } from '../index-table/index-table.ts'
import type { Write } from '../records/apply.ts'
import { assertValid } from '../records/apply.ts'
import type { Kinds } from '../records/kinds.ts'
import { partsOf } from '../records/kinds.ts'
import { int, text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Result } from '../wire.ts'
import { append } from './append.ts'
import type { Entry } from './append.ts'
import { writeEntry } from './audit.ts'
import { reseat } from './membership.ts'
import { resultsOf } from './read.ts'

/** The kind under which a command's result stands in its device's stream. */
export const resultKind = 'result'

/** The stream in which a device finds what its commands came to. */
export const deviceStream = (device: string): string => `device:${device}`

/** What a commit stands on. */
export interface CommitContext {
  readonly kinds: Kinds
  readonly dialect: Dialect
  /** Random, hex. */
  readonly salt: string
  /** All that the command looked at, and that it has no result, was read in this very transaction and by the one writer there is. */
  readonly isRead: boolean
}

/**
 * Makes one command durable: everything it read is as it was, names are free, records, index, membership,
 * changes per stream, result and audit entry. Anything but `done` is rolled back by the caller.
 */
export function* commit(batch: Batch, context: CommitContext): Steps<Committed> {
  const { kinds, dialect, salt, isRead } = context
  const { side, writes } = batch
  for (const { rec } of writes) if (rec) assertValid(rec, kinds)
  if (!isRead) {
    const before = (yield* resultsOf([side.key], dialect)).get(side.key)
    if (before) return { did: 'before', decided: before }
    const stale = yield* staleOf(batch, dialect)
    if (stale) return { did: 'stale', key: stale }
  }
  const taken = yield* rename(writes, kinds)
  if (taken) return { did: 'taken', name: taken }
  const entries: Entry[] = []
  for (const write of writes) {
    if (!(yield* writeRecord(write))) return { did: 'stale', key: write.key }
    const { kind, id } = partsOf(write.key)
    const type = kinds.get(kind)
    if (type) yield* indexRecord(type, id, write.rec, dialect)
    entries.push(...(yield* reseat(write, kinds)))
  }
  const own = side.device === undefined ? undefined : deviceStream(side.device)
  if (own !== undefined) entries.push({ stream: own, key: `${resultKind}/${side.key}` })
  const heads = yield* append(entries, side.now)
  const result = resultOf(side, own === undefined ? 0 : (heads.get(own) ?? 0))
  const kept = yield* query(
    `insert into result (key, result, digest, stamp) values (?, ?, ?, ?)
     on conflict do nothing returning key`,
    side.key,
    JSON.stringify(result),
    side.sent?.digest ?? null,
    side.sent?.stamp ?? null,
  )
  // Two tries of one command at the same moment: the other was faster.
  if (kept.length === 0) return { did: 'stale', key: `${resultKind}/${side.key}` }
  yield* writeEntry(side, writes, salt)
  return { did: 'done', result }
}

function resultOf(side: Side, at: number): Result {
  return side.refusal ? { status: 'refused', refusal: side.refusal, at } : { status: 'applied', at }
}

/**
 * Locks what is written against everyone and what was only read against writers, all in the order of keys:
 * two commits that read what the other writes would else wait for each other.
 */
function* staleOf(
  { reads, freeNames, writes }: Batch,
  dialect: Dialect,
): Steps<string | undefined> {
  const expected = new Map<string, number>(reads)
  for (const write of writes) expected.set(write.key, write.before)
  const written = new Set<string>(writes.map(write => write.key))
  for (const { keys, lock } of lockRuns([...expected.keys()].toSorted(), written, dialect)) {
    const sql = `select key, rev from record where ${dialect.among('key')}${lock}`
    const found = new Map<string, number>()
    for (const row of yield* query(sql, JSON.stringify(keys)))
      found.set(text(row, 'key'), int(row, 'rev'))
    const stale = keys.find(key => (found.get(key) ?? 0) !== expected.get(key))
    if (stale !== undefined) return stale
  }
  if (freeNames.size === 0) return undefined
  const sql = `select name from name where ${dialect.among('name')}`
  const [gone] = yield* query(sql, JSON.stringify([...freeNames]))
  return gone && text(gone, 'name')
}

/** Neighbours in the order of keys that take the same lock, so that one statement serves them. */
function lockRuns(
  keys: readonly string[],
  written: ReadonlySet<string>,
  { forUpdate, forShare }: Dialect,
): { readonly keys: string[]; readonly lock: string }[] {
  const runs: { readonly keys: string[]; readonly lock: string }[] = []
  for (const key of keys) {
    const lock = written.has(key) ? forUpdate : forShare
    const last = runs.at(-1)
    if (last?.lock === lock) last.keys.push(key)
    else runs.push({ keys: [key], lock })
  }
  return runs
}

/** Gives back the names of all written records, then takes the new ones, so that two may swap. */
function* rename(writes: readonly Write[], kinds: Kinds): Steps<string | undefined> {
  for (const { key, before } of writes)
    if (before > 0) yield* query('delete from name where key = ?', key)
  for (const { key, rec } of writes) {
    if (!rec) continue
    for (const name of new Set(kinds.get(rec.kind)?.unique(rec.id, rec.body))) {
      const sql = 'insert into name (name, key) values (?, ?) on conflict do nothing returning name'
      if ((yield* query(sql, name, key)).length === 0) return name
    }
  }
  return undefined
}

function* writeRecord({ key, before, rec }: Write): Steps<boolean> {
  if (!rec) {
    const gone = yield* query(
      'delete from record where key = ? and rev = ? returning key',
      key,
      before,
    )
    return gone.length > 0
  }
  const body = JSON.stringify(rec.body)
  const clocks = JSON.stringify(rec.clocks)
  const rows =
    before === 0
      ? yield* query(
          `insert into record (key, kind, v, rev, body, clocks) values (?, ?, ?, ?, ?, ?)
           on conflict do nothing returning key`,
          key,
          rec.kind,
          rec.v,
          rec.rev,
          body,
          clocks,
        )
      : yield* query(
          'update record set v = ?, rev = ?, body = ?, clocks = ? where key = ? and rev = ? returning key',
          rec.v,
          rec.rev,
          body,
          clocks,
          key,
          before,
        )
  return rows.length > 0
}
