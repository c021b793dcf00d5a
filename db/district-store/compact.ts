import { metaOf, setMeta } from '../meta/meta.ts'
import { int, text } from '../sql/row.ts'
import type { Dialect, Sql, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Changes that one step looks at. */
const stepRows = 500

const place = 'compacted'

/** Where a round stands: it looked at everything up to this place. */
interface Place {
  readonly stream: string
  readonly seq: number
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1

/** What a step came to: how many entries are forgotten, and whether the round goes on. */
export interface Compacted {
  readonly forgotten: number
  readonly isMore: boolean
}

/**
 * Goes on through the log of changes: forgets what left a stream, and what commands came to, before `beforeMs`, and moves
 * the floor of the stream up to there. Looking locks nothing; only what is forgotten is written. What still stands in
 * a stream keeps its entry, however old it is.
 */
export async function compact(sql: Sql, beforeMs: number): Promise<Compacted> {
  const { old, last } = await sql.snapshot(() => oldEntries(beforeMs, sql.dialect))
  const forgotten = await sql.write(
    function* () {
      let count = 0
      for (const [stream, seqs] of [...old].toSorted(byName)) count += yield* forget(stream, seqs)
      yield* setMeta(place, JSON.stringify(last ?? { stream: '', seq: 0 }))
      return count
    },
    () => true,
  )
  return { forgotten, isMore: last !== undefined }
}

function* oldEntries(
  beforeMs: number,
  dialect: Dialect,
): Steps<{ readonly old: ReadonlyMap<string, number[]>; readonly last: Place | undefined }> {
  const stored = yield* metaOf(place)
  const from: Place = stored === undefined ? { stream: '', seq: 0 } : JSON.parse(stored)
  const rows = yield* query(
    'select stream, seq, key, at from change where (stream, seq) > (?, ?) order by stream, seq limit ?',
    from.stream,
    from.seq,
    stepRows,
  )
  const old = new Map<string, number[]>()
  for (const [stream, inStream] of Map.groupBy(rows, row => text(row, 'stream'))) {
    const aged = inStream.filter(row => int(row, 'at') < beforeMs)
    if (aged.length === 0) continue
    const keys = JSON.stringify(aged.map(row => text(row, 'key')))
    const sql = `select key from member where stream = ? and ${dialect.among('key')}`
    const standing = new Set((yield* query(sql, stream, keys)).map(row => text(row, 'key')))
    const gone = aged.filter(row => !standing.has(text(row, 'key')))
    if (gone.length > 0)
      old.set(
        stream,
        gone.map(row => int(row, 'seq')),
      )
  }
  const end = rows.at(-1)
  const last =
    end !== undefined && rows.length === stepRows
      ? { stream: text(end, 'stream'), seq: int(end, 'seq') }
      : undefined
  return { old, last }
}

/**
 * The stream's row first, as a commit locks it. A device that has read up to a number has read what stood at it; an entry
 * that changed meanwhile has another number, and stays.
 */
function* forget(stream: string, seqs: readonly number[]): Steps<number> {
  const highest = Math.max(...seqs)
  yield* query('update stream set floor = ? where name = ? and floor < ?', highest, stream, highest)
  let count = 0
  for (const seq of seqs) {
    const sql = 'delete from change where stream = ? and seq = ? returning seq'
    count += (yield* query(sql, stream, seq)).length
  }
  return count
}
