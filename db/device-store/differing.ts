import { metaOf, setMeta } from '../meta/meta.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { sumsOver, sumWithout } from '../records/sum.ts'
import type { Page } from '../wire.ts'
import { hereStream, isOfKinds, shippedStream } from './mirror.ts'
import { isArriving, stand, standingOf } from './standing.ts'

/** An asking that nobody answered is repeated after so long (ms). */
const askedPauseMs = 60_000
/** Before a stream that came anew and still differs is asked for again (ms): doubled each time, up to a day. */
const pauseFirstMs = 3_600_000
const pauseMostMs = 86_400_000

const place = 'differing'

/** What this computer noticed of its copy of the district's records. */
export interface CopyChecked {
  /** How often a part of it was not what the district shows, and was put right. */
  readonly mendedCount: number
  /** When that was last (epoch ms, by the district's clock). */
  readonly mendedAt?: number
  /** How many parts still are not, although they came anew. */
  readonly differingCount: number
  /** Records that putting it right would take away, so many of all that the person is asked first. */
  readonly heldCount: number
}

interface Noted {
  readonly mendedCount: number
  readonly mendedAt?: number
  /** By stream: how often it came anew and still differed, and before when it is not asked for again. */
  readonly streams: Readonly<Record<string, Tried>>
  /** Kinds that the district did not know the last time; absent: none. */
  readonly without?: readonly string[]
}

interface Tried {
  readonly tries: number
  readonly nextAt: number
  /** It differs only since an earlier version of the program, or of the district's, has not counted it: it was never wrong. */
  readonly isUncounted?: boolean
  /** So many records would go: kept until the person agrees. */
  readonly held?: number
}

/** What was noticed so far. */
export function* copyChecked(): Steps<CopyChecked> {
  const { mendedCount, mendedAt, streams } = yield* notedOf()
  const tried = Object.values(streams)
  const heldCount = tried.reduce((sum, { held = 0 }) => sum + held, 0)
  const differingCount = tried.filter(({ tries, held }) => tries > 0 && held === undefined).length
  return { mendedCount, differingCount, heldCount, ...(mendedAt === undefined ? {} : { mendedAt }) }
}

/** How many records of the district are here, while its first pull is on its way; `undefined`: all have come. */
export function* arrivingRecords(): Steps<number | undefined> {
  if (!isArriving(yield* standingOf())) return undefined
  const [row] = yield* query(
    `select coalesce(sum(records), 0) as records from copied where stream not in (?, ?)`,
    hereStream,
    shippedStream,
  )
  return row ? int(row, 'records') : 0
}

/**
 * Compares what is here with what the district shows, at the end of a pull: only counts and sums, whatever their size. A
 * stream that differs is asked for from its beginning at the next pull; nothing of this computer's own is touched. Kinds
 * that the district does not know are counted on neither side.
 */
export function* compareSums({ sums, without = [], now }: Page): Steps<void> {
  // While records are held back that the district no longer has, it differs, and the person is asked already.
  if (sums === undefined || (yield* standingOf()).resyncing) return
  yield* forgetOthers(new Set(Object.keys(sums)))
  const isRaised = yield* noteWithout(without)
  const here = yield* countedHere(without)
  const different: string[] = []
  for (const [stream, [records, sum]] of Object.entries(sums)) {
    const [recordsHere, sumHere] = here.get(stream) ?? [0, 0]
    if (recordsHere === records && sumHere === sum) yield* settled(stream)
    else different.push(stream)
  }
  yield* askAnew(different, now, isRaised)
}

/** What is here of each stream. */
function* countedHere(without: readonly string[]): Steps<Map<string, readonly [number, number]>> {
  const rows = yield* query('select stream, records, sum from copied')
  const here = new Map(
    rows.map(row => [text(row, 'stream'), [int(row, 'records'), int(row, 'sum')] as const]),
  )
  if (without.length === 0) return here
  const parts = yield* query(
    `select stream, count(*) as records, ${sumsOver('told')} as sum from mirror where ${isOfKinds} group by stream`,
    JSON.stringify(without),
  )
  for (const row of parts) {
    const [records, sum] = here.get(text(row, 'stream')) ?? [0, 0]
    const less = [records - int(row, 'records'), sumWithout(sum, int(row, 'sum'))] as const
    here.set(text(row, 'stream'), less)
  }
  return here
}

/** Whether the district knows a kind that it did not know the last time. */
function* noteWithout(without: readonly string[]): Steps<boolean> {
  const { without: before = [], ...noted } = yield* notedOf()
  if (before.join() !== without.join())
    yield* note({ ...noted, ...(without.length > 0 ? { without } : {}) })
  return before.some(kind => !without.includes(kind))
}

/**
 * Asks for streams from their beginning, but for those that came so a while ago and did not get better. `isRaised`: the
 * district shows more than before.
 */
export function* askAnew(streams: readonly string[], nowMs: number, isRaised = false): Steps<void> {
  const noted = yield* notedOf()
  const asked = streams.filter(stream => (noted.streams[stream]?.nextAt ?? 0) <= nowMs)
  if (asked.length === 0) return
  const { anew = [] } = yield* standingOf()
  yield* stand({ anew: [...new Set([...anew, ...asked])] })
  const tried: Record<string, Tried> = {}
  for (const stream of asked) {
    const [uncounted] = yield* query(
      'select key from mirror where stream = ? and told is null limit 1',
      stream,
    )
    tried[stream] = {
      tries: noted.streams[stream]?.tries ?? 0,
      nextAt: nowMs + askedPauseMs,
      ...(uncounted || isRaised ? { isUncounted: true } : {}),
    }
  }
  yield* note({ ...noted, streams: { ...noted.streams, ...tried } })
}

/**
 * A stream came anew and is not what the district counts there, or so much of it would go (`held`) that the person is
 * asked: what was here stays, and it is asked for again later.
 */
export function* noteDiffering(stream: string, nowMs: number, held?: number): Steps<void> {
  const noted = yield* notedOf()
  const tries = (noted.streams[stream]?.tries ?? 0) + 1
  const pauseMs = Math.min(pauseMostMs, pauseFirstMs * 2 ** Math.min(tries - 1, 10))
  const tried = { tries, nextAt: nowMs + pauseMs, ...(held === undefined ? {} : { held }) }
  yield* note({ ...noted, streams: { ...noted.streams, [stream]: tried } })
}

/** A stream came anew and is what the district shows. */
export function* noteMended(stream: string, nowMs: number): Steps<void> {
  const noted = yield* notedOf()
  const was = noted.streams[stream]
  // One that began anew because this computer was away for long was never wrong.
  if (was !== undefined && was.isUncounted !== true)
    yield* note({ ...noted, mendedCount: noted.mendedCount + 1, mendedAt: nowMs })
  yield* settled(stream)
}

/** Whether this computer asked for a stream because it differs. */
export function* isAskedAnew(stream: string): Steps<boolean> {
  return (yield* notedOf()).streams[stream] !== undefined
}

/** The person agrees that records go: what they were asked about is asked for again at once. */
export function* askHeldAnew(): Steps<void> {
  const noted = yield* notedOf()
  const held = Object.entries(noted.streams).flatMap(([stream, tried]) =>
    tried.held === undefined ? [] : [stream],
  )
  if (held.length === 0) return
  const { anew = [] } = yield* standingOf()
  yield* stand({ anew: [...new Set([...anew, ...held])] })
}

/** What differed before is the same now. */
function* settled(stream: string): Steps<void> {
  const noted = yield* notedOf()
  if (noted.streams[stream] === undefined) return
  const { [stream]: _was, ...streams } = noted.streams
  yield* note({ ...noted, streams })
}

/** Streams that the person no longer reads differ from nothing. */
function* forgetOthers(reads: ReadonlySet<string>): Steps<void> {
  const { streams } = yield* notedOf()
  for (const stream of Object.keys(streams)) if (!reads.has(stream)) yield* settled(stream)
}

function* notedOf(): Steps<Noted> {
  const stored: Noted = JSON.parse((yield* metaOf(place)) ?? '{"mendedCount":0,"streams":{}}')
  return stored
}

const note = (noted: Noted): Steps<void> => setMeta(place, JSON.stringify(noted))
