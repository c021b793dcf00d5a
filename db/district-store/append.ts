import type { Key } from '../../core/kit/record-type.ts'
import { sumsAll } from '../records/sum.ts'
import { int } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Something in a stream has changed: what, is read when it is pulled. */
export interface Entry {
  readonly stream: string
  readonly key: Key
  /** How many more records the stream shows by it, and what they add to its sum (`sumOf`); absent: nothing. */
  readonly records?: number
  readonly sum?: number
}

/**
 * Adds entries to their streams. Each stream counts in a row of its own, locked until the end of the
 * transaction: the order of numbers is the order of commits, without a gap. Streams are taken in order of
 * name, so that two commits can't wait for each other. A record's earlier entry in a stream gives way to the new one, so
 * that the log is as long as what there is, and not as what was done. Returns the new heads.
 */
export function* append(entries: readonly Entry[], nowMs: number): Steps<Map<string, number>> {
  const byStream = Map.groupBy(entries, entry => entry.stream)
  const heads = new Map<string, number>()
  for (const [stream, added] of [...byStream].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const keys = [...new Set(added.map(entry => entry.key))]
    const head = yield* counted(stream, keys.length, added)
    for (const [index, key] of keys.entries())
      yield* query(
        `insert into change (stream, seq, key, at) values (?, ?, ?, ?)
         on conflict (stream, key) do update set seq = excluded.seq, at = excluded.at`,
        stream,
        head - keys.length + 1 + index,
        key,
        nowMs,
      )
    heads.set(stream, head)
  }
  return heads
}

/** Counts in a stream's row: numbers given, records, and their sum. Returns the new head. */
export function* counted(
  stream: string,
  numbers: number,
  added: readonly Pick<Entry, 'records' | 'sum'>[],
): Steps<number> {
  const records = added.reduce((all, entry) => all + (entry.records ?? 0), 0)
  const sum = added.reduce((all, entry) => (all + (entry.sum ?? 0)) % sumsAll, 0)
  const [row] = yield* query(
    `insert into stream (name, head, records, sum) values (?, ?, ?, ?)
     on conflict (name) do update set head = stream.head + excluded.head,
       records = stream.records + excluded.records, sum = (stream.sum + excluded.sum) % ${sumsAll}
     returning head`,
    stream,
    numbers,
    records,
    sum,
  )
  if (!row) throw new Error(`stream ${stream} has no head`)
  return int(row, 'head')
}
