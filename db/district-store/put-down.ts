import type { Key } from '../../core/kit/record-type.ts'
import { indexRecords } from '../index-table/index-table.ts'
import type { Write } from '../records/apply.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { partsOf } from '../records/kinds.ts'
import type { RecTexts } from '../records/texts.ts'
import { textsOf } from '../records/texts.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Entry } from './append.ts'
import { append } from './append.ts'
import { writeEntries } from './audit.ts'
import type { Done } from './done.ts'
import { deviceStream, resultKind } from './done.ts'
import { reseat } from './membership.ts'
import { markLetGo } from './unused-blobs.ts'

/** What a transaction of commands came to. */
interface All {
  /** In their order. */
  readonly done: readonly Done[]
  /** What became of each record, the last written last. */
  readonly written: readonly Write[]
  /** The records written, as they were before the transaction; `undefined`: absent. */
  readonly before: ReadonlyMap<Key, StoredRec | undefined>
  /** The numbers that were given last in streams of computers. */
  readonly heads: ReadonlyMap<string, number>
}

interface Context {
  readonly kinds: Kinds
  readonly dialect: Dialect
}

/**
 * Makes what commands came to durable: records, names, index, membership, changes per stream, results and audit entries,
 * each kind of row for all of them together. `moved`: the streams that moved, with their new last numbers; `overtaken`: what
 * somebody else was faster with, and nothing may be kept.
 */
export function* putDown(
  all: All,
  { kinds, dialect }: Context,
): Steps<{ readonly moved: ReadonlyMap<string, number> } | { readonly overtaken: string }> {
  const { done, written, before, heads } = all
  const last = done.at(-1)
  if (last === undefined) return { moved: new Map() }
  const isNew = (key: Key) => before.get(key) === undefined
  // One that was made and taken away again was never there.
  const writes = written.filter(({ key, rec }) => rec !== undefined || !isNew(key))
  const texts = remembered(textsOf)
  const overtaken =
    (yield* putRecords(writes, isNew, texts)) ??
    (yield* putNames(writes, isNew, { kinds, dialect })) ??
    (yield* putResults(done))
  if (overtaken !== undefined) return { overtaken }
  yield* putIndexes(writes, before, { kinds, dialect })
  const seated = done.flatMap(one => one.writes)
  yield* letGoFiles(seated, before, kinds)
  const entries: Entry[] = done.flatMap(({ side }) => {
    const { device, key } = side
    return device === undefined
      ? []
      : [{ stream: deviceStream(device), key: `${resultKind}/${key}` as const }]
  })
  entries.push(...(yield* reseat(seated, { kinds, dialect }, isNew, texts)))
  const given = yield* append(entries, Math.max(...done.map(({ side }) => side.now)))
  for (const [stream, head] of heads)
    if (given.get(stream) !== head) throw new Error(`stream ${stream} was counted by two`)
  yield* writeEntries(done)
  return { moved: given }
}

function* putRecords(
  writes: readonly Write[],
  isNew: (key: Key) => boolean,
  texts: (rec: StoredRec) => RecTexts,
): Steps<string | undefined> {
  const rows = writes.flatMap(({ key, rec }) => {
    if (rec === undefined) return []
    const { body, clocks } = texts(rec)
    return [{ key, row: [key, rec.kind, rec.v, rec.rev, body, clocks] }]
  })
  const into = 'record (key, kind, v, rev, body, clocks)'
  const fresh = rows.filter(({ key }) => isNew(key))
  const made = yield* insertRows(
    into,
    fresh.map(({ row }) => row),
    'on conflict do nothing returning key',
  )
  if (made.length < fresh.length) return missing(fresh, made)
  const changed = rows.filter(({ key }) => !isNew(key))
  const kept = yield* insertRows(
    into,
    changed.map(({ row }) => row),
    `on conflict (key) do update set v = excluded.v, rev = excluded.rev, body = excluded.body,
       clocks = excluded.clocks where record.rev < excluded.rev returning key`,
  )
  if (kept.length < changed.length) return missing(changed, kept)
  for (const { key, rec } of writes) {
    if (rec !== undefined) continue
    const gone = yield* query('delete from record where key = ? returning key', key)
    if (gone.length === 0) return key
  }
  return undefined
}

/** The same for one record more than once: it is made once. */
function remembered<T>(make: (rec: StoredRec) => T): (rec: StoredRec) => T {
  const made = new Map<StoredRec, T>()
  return rec => {
    const known = made.get(rec)
    if (known !== undefined) return known
    const fresh = make(rec)
    made.set(rec, fresh)
    return fresh
  }
}

/** The first of those that were to be written of which the database says nothing. */
function missing(
  asked: readonly { readonly key: string }[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const there = new Set(rows.map(row => text(row, 'key')))
  return asked.find(({ key }) => !there.has(key))?.key ?? ''
}

/** Gives back the names of all written records, then takes the new ones, so that two may swap. */
function* putNames(
  writes: readonly Write[],
  isNew: (key: Key) => boolean,
  { kinds, dialect }: Context,
): Steps<string | undefined> {
  const old = writes.flatMap(({ key }) => (isNew(key) ? [] : [key]))
  if (old.length > 0)
    yield* query(`delete from name where ${dialect.among('key')}`, JSON.stringify(old))
  const rows = writes.flatMap(({ key, rec }) => {
    const names = rec && kinds.get(rec.kind)?.unique(rec.id, rec.body)
    return [...new Set(names)].map(name => ({ key: name, row: [name, key] }))
  })
  const taken = yield* insertRows(
    'name (name, key)',
    rows.map(({ row }) => row),
    'on conflict do nothing returning name as key',
  )
  return taken.length < rows.length ? missing(rows, taken) : undefined
}

/**
 * What was deleted for good names its files no more: they go at once, and not when that is noticed some day. Also those of a
 * piece that was kept and deleted within the same transaction, as a computer does that comes back from being away.
 *
 * @param writes one after the other, the same record as often as it was written.
 */
function* letGoFiles(
  writes: readonly Write[],
  before: ReadonlyMap<Key, StoredRec | undefined>,
  kinds: Kinds,
): Steps<void> {
  const last = new Map(before)
  for (const { key, rec } of writes) {
    const was = last.get(key)
    last.set(key, rec)
    const type = was && kinds.get(was.kind)
    if (was === undefined || rec === undefined || type?.files(rec.body) !== undefined) continue
    const named = type?.files(was.body)
    for (const sha of named?.shas ?? []) yield* markLetGo(sha, named?.owner ?? '')
  }
}

/** Two tries of one command at the same moment: the other was faster. */
function* putResults(done: readonly Done[]): Steps<string | undefined> {
  const rows = done.map(({ side, result }) => ({
    key: side.key,
    row: [side.key, JSON.stringify(result), side.sent?.digest ?? null, side.sent?.stamp ?? null],
  }))
  const kept = yield* insertRows(
    'result (key, result, digest, stamp)',
    rows.map(({ row }) => row),
    'on conflict do nothing returning key',
  )
  return kept.length < rows.length ? `${resultKind}/${missing(rows, kept)}` : undefined
}

function* putIndexes(
  writes: readonly Write[],
  before: ReadonlyMap<Key, StoredRec | undefined>,
  { kinds, dialect }: Context,
): Steps<void> {
  for (const [kind, some] of Map.groupBy(writes, ({ key }) => partsOf(key).kind)) {
    const type = kinds.get(kind)
    if (!type) continue
    const recs = new Map(some.map(({ key, rec }) => [partsOf(key).id, rec]))
    const isNew = (id: string) => before.get(`${kind}/${id}`) === undefined
    yield* indexRecords(type, recs, dialect, isNew)
  }
}
