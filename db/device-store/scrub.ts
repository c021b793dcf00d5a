import type { Kinds } from '../records/kinds.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { sumOf, sumsOver } from '../records/sum.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import { int, intMaybe, text } from '../sql/row.ts'
import type { SqlRow, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { askAnew } from './differing.ts'
import { hereStream, shippedStream } from './mirror.ts'
import { standingOf } from './standing.ts'

/** Rows that one step reads through. */
const stepRows = 200
/** Between two rounds (ms). */
const roundEveryMs = 86_400_000

const place = 'scrubbed'

interface Scrubbed {
  /** The last row that was read; absent: between two rounds. */
  readonly at?: { readonly stream: string; readonly key: string }
  /** When the last round ended (epoch ms, the district's clock). */
  readonly endedAt: number
  /** Streams in which something was found, to be asked for at the end of the round. */
  readonly found: readonly string[]
}

/**
 * Reads some rows of this computer's copy through, from the disk, and compares each with what the district told: what a
 * disk or a copy has changed by itself shows here, and nowhere else. A round a day, in steps. At its end what is there is
 * counted, so that a row that vanished is noticed too. A stream in which something is wrong is asked for anew. Whether the
 * round goes on.
 */
export function* scrub(districtMs: number, kinds: Kinds): Steps<boolean> {
  const { joined, midPull, resyncing } = yield* standingOf()
  if (!joined || midPull || resyncing) return false
  const { at, endedAt, found } = yield* scrubbedOf()
  // A clock that was put back must not end the rounds.
  const isDue = districtMs - endedAt >= roundEveryMs || districtMs < endedAt
  if (at === undefined && !isDue) return false
  const rows = yield* query(
    `select stream, key, v, rev, body, clocks, told from mirror
     where (key, stream) > (?, ?) order by key, stream limit ?`,
    at?.key ?? '',
    at?.stream ?? '',
    stepRows,
  )
  const wrong = rows.filter(row => isWrong(row, kinds)).map(row => text(row, 'stream'))
  const all = [...new Set([...found, ...wrong])].filter(isDistricts)
  const last = rows.at(-1)
  if (last !== undefined && rows.length === stepRows) {
    const next = { stream: text(last, 'stream'), key: text(last, 'key') }
    yield* setMeta(place, JSON.stringify({ at: next, endedAt, found: all }))
    return true
  }
  const miscounted = (yield* miscountedStreams()).filter(isDistricts)
  yield* setMeta(place, JSON.stringify({ endedAt: districtMs, found: [] }))
  yield* askAnew([...new Set([...all, ...miscounted])], districtMs)
  return false
}

const isDistricts = (stream: string): boolean => stream !== hereStream && stream !== shippedStream

/** Kinds of which this computer keeps its first sight stand here otherwise than they were told. */
function isWrong(row: SqlRow, kinds: Kinds): boolean {
  const told = intMaybe(row, 'told')
  const parts = partsOf(asKey(text(row, 'key')))
  if (told === undefined || kinds.get(parts.kind)?.held) return false
  const head = { ...parts, v: int(row, 'v'), rev: int(row, 'rev') }
  return sumOf(head, text(row, 'body'), text(row, 'clocks')) !== told
}

/** Streams of which there are not as many rows as were counted, or other ones; the count is put right. */
function* miscountedStreams(): Steps<string[]> {
  const rows = yield* query(
    `select c.stream as stream, count(m.key) as records, ${sumsOver('m.told')} as sum
     from copied c left join mirror m on m.stream = c.stream group by c.stream
     having count(m.key) <> c.records or ${sumsOver('m.told')} <> c.sum`,
  )
  for (const row of rows)
    yield* query(
      'update copied set records = ?, sum = ? where stream = ?',
      int(row, 'records'),
      int(row, 'sum'),
      text(row, 'stream'),
    )
  return rows.map(row => text(row, 'stream'))
}

function* scrubbedOf(): Steps<Scrubbed> {
  const stored: Scrubbed = JSON.parse((yield* metaOf(place)) ?? '{"endedAt":0,"found":[]}')
  return stored
}
