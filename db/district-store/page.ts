import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds } from '../records/kinds.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import { int, text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Op, PullReply, Result } from '../wire.ts'
import { deviceStream } from './commit.ts'
import type { Position } from './cursor.ts'
import { sealed, unsealed } from './cursor.ts'
import { recOf } from './rec-row.ts'
import { resultsOf } from './read.ts'

/** The most changes that one page carries. */
export const pageRowsMax = 2_000

export interface PageAsk {
  readonly person: string
  readonly device: string
  /** What this person reads now, without the device's own stream. */
  readonly streams: readonly string[]
  /** The last page's `next`; '' begins. */
  readonly cursor: string
  readonly limitRows: number
  readonly now: number
}

export interface PageContext {
  readonly kinds: Kinds
  readonly dialect: Dialect
  readonly secret: Uint8Array
  /** Earlier keys, whose cursors are read too. */
  readonly before: readonly Uint8Array[]
  readonly epoch: number
}

function opened(ask: PageAsk, secrets: readonly Uint8Array[]): Position | undefined {
  for (const secret of secrets) {
    const at = unsealed(ask.cursor, ask, secret)
    if (at !== undefined) return at
  }
  return undefined
}

/**
 * The next page for a device, from one snapshot: first the results of its own commands, then what changed
 * in its streams, as it may be seen today.
 */
export function* page(ask: PageAsk, context: PageContext): Steps<PullReply> {
  const { cursor, now } = ask
  const at =
    ask.cursor === ''
      ? { epoch: context.epoch, streams: {} }
      : opened(ask, [context.secret, ...context.before])
  if (!at) return { from: cursor, resync: 'cursor', now }
  if (at.epoch !== context.epoch) return { from: cursor, resync: 'epoch', now }
  const own = deviceStream(ask.device)
  const reads = [own, ...new Set(ask.streams)]
  const heads = yield* headsOf(reads, context.dialect)
  const next = new Map<string, number>()
  const results: (readonly [string, Result])[] = []
  const ops: Op[] = []
  let rowsLeft = Math.min(Math.max(1, ask.limitRows), pageRowsMax)
  let more = false
  for (const stream of reads) {
    const from = at.streams[stream] ?? 0
    const head = heads.get(stream) ?? 0
    // Behind what it has told: restored from a backup, and nobody said so.
    if (head < from) return { from: cursor, resync: 'epoch', now }
    next.set(stream, from)
    if (head === from) continue
    if (rowsLeft === 0) {
      more = true
      continue
    }
    const changes = yield* changesAfter(stream, from, rowsLeft)
    rowsLeft -= changes.length
    const last = changes.at(-1)?.seq ?? from
    next.set(stream, last)
    if (last < head) more = true
    const keys = new Set(changes.map(change => change.key))
    if (stream === own) results.push(...(yield* resultsIn(keys, context.dialect)))
    else ops.push(...(yield* opsOf(stream, [...keys], context)))
  }
  const kept = Object.fromEntries([...next].filter(([, seq]) => seq > 0))
  return {
    from: cursor,
    next: sealed({ epoch: context.epoch, streams: kept }, ask, context.secret),
    more,
    drop: Object.keys(at.streams).filter(stream => !next.has(stream)),
    results,
    now,
    ops,
  }
}

/** The last number of each stream that has one. */
export function* headsOf(streams: readonly string[], dialect: Dialect): Steps<Map<string, number>> {
  const sql = `select name, head from stream where ${dialect.among('name')}`
  const rows = yield* query(sql, JSON.stringify(streams))
  return new Map(rows.map(row => [text(row, 'name'), int(row, 'head')]))
}

/** What changed in a stream after a number, oldest first. */
export function* changesAfter(
  stream: string,
  after: number,
  limitRows: number,
): Steps<readonly { readonly seq: number; readonly key: Key }[]> {
  const rows = yield* query(
    'select seq, key from change where stream = ? and seq > ? order by seq limit ?',
    stream,
    after,
    limitRows,
  )
  return rows.map(row => ({ seq: int(row, 'seq'), key: asKey(text(row, 'key')) }))
}

function* resultsIn(
  keys: ReadonlySet<Key>,
  dialect: Dialect,
): Steps<(readonly [string, Result])[]> {
  const decided = yield* resultsOf(
    [...keys].map(key => partsOf(key).id),
    dialect,
  )
  return [...decided].map(([key, { result }]) => [key, result])
}

function* opsOf(
  stream: string,
  keys: readonly Key[],
  { kinds, dialect }: PageContext,
): Steps<Op[]> {
  const sql = `select key, v, rev, body, clocks from record where ${dialect.among('key')}`
  const rows = yield* query(sql, JSON.stringify(keys))
  const recs = rows.map(row => recOf(row, kinds))
  const found = new Map(recs.map(({ key, rec }) => [key, rec]))
  return keys.map(key => {
    const { kind, id } = partsOf(key)
    const rec = found.get(key)
    const type = kinds.get(kind)
    const shown = rec && type && projected(rec, type, name => name === stream)
    return shown
      ? [stream, kind, id, shown.rev, shown.v, shown.body, shown.clocks]
      : [stream, kind, id]
  })
}
