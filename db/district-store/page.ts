import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds } from '../records/kinds.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import { int, text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Op, Page, PullReply, Result, Sums } from '../wire.ts'
import { deviceStream } from './done.ts'
import type { Position } from './cursor.ts'
import { sealed, unsealed } from './cursor.ts'
import type { LeftOut } from './left-out.ts'
import { without } from './left-out.ts'
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
  /** Streams that the device wants from the beginning, since what it has of them is not what they show. */
  readonly anew?: readonly string[]
  /** Whether the device knows that a stream may begin anew by itself; one of before does not, and begins anew with all. */
  readonly knowsAnew?: boolean
  /** Whether the device knows that sums may leave out kinds; one of before compares all that it has. */
  readonly knowsWithout?: boolean
}

export interface PageContext {
  readonly kinds: Kinds
  readonly dialect: Dialect
  readonly secret: Uint8Array
  /** Earlier keys, whose cursors are read too. */
  readonly before: readonly Uint8Array[]
  readonly epoch: number
  /** Whether what streams show is counted, and told. */
  readonly isCounted: boolean
  readonly leftOut: LeftOut
}

function opened(ask: PageAsk, secrets: readonly Uint8Array[]): Position | undefined {
  for (const secret of secrets) {
    const at = unsealed(ask.cursor, ask, secret)
    if (at !== undefined) return at
  }
  return undefined
}

/** Said in the place of a page: the district has told more, in this very life, than it holds. */
export const isPutBack = 'put back'

/**
 * The next page for a device, from one snapshot: first the results of its own commands, then what changed
 * in its streams, as it may be seen today.
 *
 * A cursor that is ahead of a stream proves that an older copy was put in the place of the record and nobody said so. The
 * district sealed it, for this computer and in this life, from a snapshot of what was committed; a snapshot that begins
 * after that one was answered holds at least as much, on both engines; and the number of a stream only grows, also where its
 * log forgets or an erasing takes away. Where a database itself lost what it had committed (a disk that lies, PostgreSQL without
 * `synchronous_commit` or after a failover), that is such a copy too. A cursor by an earlier key proves nothing: whoever that key was
 * changed for could have written it.
 */
export function* page(ask: PageAsk, context: PageContext): Steps<PullReply | typeof isPutBack> {
  const { cursor, now } = ask
  const today = ask.cursor === '' ? nowhere(context.epoch) : opened(ask, [context.secret])
  const at = today ?? opened(ask, context.before)
  const { epoch } = context
  if (!at) return { from: cursor, resync: 'cursor', now, epoch }
  if (at.epoch !== epoch) return { from: cursor, resync: 'epoch', now, epoch }
  const own = deviceStream(ask.device)
  const reads = [own, ...new Set(ask.streams)]
  const stands = yield* standsOf(reads, context.dialect)
  const wanted = new Set(ask.anew)
  const next = new Map<string, number>()
  const anew: string[] = []
  const results: (readonly [string, Result])[] = []
  const ops: Op[] = []
  let rowsLeft = Math.min(Math.max(1, ask.limitRows), pageRowsMax)
  let more = false
  for (const stream of reads) {
    const { head, floor } = stands.get(stream) ?? noneYet
    const told = at.streams[stream] ?? 0
    if (head < told) return today ? isPutBack : { from: cursor, resync: 'epoch', now, epoch }
    // What left the stream since then is forgotten; not so for who began it since.
    const hasBegun = told > 0 || stream === own
    const isTooOld = hasBegun && told < floor && (at.begun?.[stream] ?? 0) < floor
    if (isTooOld && told > 0 && ask.knowsAnew !== true)
      return { from: cursor, resync: 'cursor', now, epoch }
    const isAnew = isTooOld || wanted.has(stream)
    if (isAnew) anew.push(stream)
    const from = isAnew ? 0 : told
    next.set(stream, from)
    if (head === from) continue
    if (rowsLeft === 0) {
      more = true
      continue
    }
    const changes = yield* changesAfter(stream, from, rowsLeft)
    rowsLeft -= changes.length
    const isLast = rowsLeft > 0 || changes.at(-1)?.seq === head
    // What was forgotten at the end of a stream has a number too.
    next.set(stream, isLast ? head : (changes.at(-1)?.seq ?? from))
    if (!isLast) more = true
    const keys = new Set(changes.map(change => change.key))
    if (stream === own) results.push(...(yield* resultsIn(keys, context.dialect)))
    else ops.push(...(yield* opsOf(stream, [...keys], context)))
  }
  // A stream that begins anew may stand at nothing, and still is one of which the device has records.
  const isBegun = (stream: string) => Object.hasOwn(at.streams, stream) || anew.includes(stream)
  const kept = [...next].filter(([stream, seq]) => seq > 0 || isBegun(stream))
  const begun = kept.flatMap(([stream, seq]) => {
    const { floor } = stands.get(stream) ?? noneYet
    return seq > 0 && seq < floor ? [[stream, floor] as const] : []
  })
  const position = {
    epoch,
    streams: Object.fromEntries(kept),
    ...(begun.length > 0 ? { begun: Object.fromEntries(begun) } : {}),
  }
  return {
    from: cursor,
    next: sealed(position, ask, context.secret),
    more,
    drop: Object.keys(at.streams).filter(stream => !next.has(stream)),
    results,
    now,
    ops,
    life: { epoch, told: next.get(own) ?? 0 },
    ...(anew.length > 0 ? { anew } : {}),
    ...(context.isCounted ? sumsTold(ask, stands, context) : {}),
  }
}

const nowhere = (epoch: number): Position => ({ epoch, streams: {} })

interface Stand {
  readonly head: number
  readonly floor: number
  readonly records: number
  readonly sum: number
}

const noneYet: Stand = { head: 0, floor: 0, records: 0, sum: 0 }

/** Both sides can compare only what both know. */
function sumsTold(
  { streams, knowsWithout = false }: PageAsk,
  stands: ReadonlyMap<string, Stand>,
  { leftOut: { kinds, byStream } }: PageContext,
): Pick<Page, 'sums' | 'without'> {
  const sums: Sums = Object.fromEntries(
    streams.map(stream => {
      const { records, sum } = stands.get(stream) ?? noneYet
      const part = knowsWithout ? byStream.get(stream) : undefined
      return [stream, without([records, sum], part)] as const
    }),
  )
  return { sums, ...(knowsWithout && kinds.length > 0 ? { without: kinds } : {}) }
}

function* standsOf(streams: readonly string[], dialect: Dialect): Steps<Map<string, Stand>> {
  const sql = `select name, head, floor, records, sum from stream where ${dialect.among('name')}`
  const rows = yield* query(sql, JSON.stringify(streams))
  return new Map(
    rows.map(row => [
      text(row, 'name'),
      {
        head: int(row, 'head'),
        floor: int(row, 'floor'),
        records: int(row, 'records'),
        sum: int(row, 'sum'),
      },
    ]),
  )
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
  return keys.flatMap((key): Op[] => {
    const { kind, id } = partsOf(key)
    const rec = found.get(key)
    const type = kinds.get(kind)
    // A newer program wrote it, and who may see what of it only that one knows: whoever has it keeps it.
    if (rec && !type) return []
    const shown = rec && type && projected(rec, type, name => name === stream)
    return [
      shown ? [stream, kind, id, shown.rev, shown.v, shown.body, shown.clocks] : [stream, kind, id],
    ]
  })
}
