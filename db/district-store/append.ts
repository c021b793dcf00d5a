import type { Key } from '../../core/kit/record-type.ts'
import { sumsAll } from '../records/sum.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'

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
 * that the log is as long as what there is, and not as what was done. Each entry counts, also where one transaction has
 * several of a record: numbers are the same whether commands come together or one by one. Returns the new heads.
 */
export function* append(entries: readonly Entry[], nowMs: number): Steps<Map<string, number>> {
  const byStream = Map.groupBy(entries, entry => entry.stream)
  const heads = yield* counted(
    [...byStream].map(([stream, added]) => ({ stream, numbers: added.length, added })),
  )
  yield* insertRows(
    'change (stream, seq, key, at)',
    [...byStream].flatMap(([stream, added]) => {
      const first = (heads.get(stream) ?? 0) - added.length + 1
      const last = new Map(added.map(({ key }, index) => [key, first + index]))
      return [...last].map(([key, seq]) => [stream, seq, key, nowMs])
    }),
    'on conflict (stream, key) do update set seq = excluded.seq, at = excluded.at',
  )
  return heads
}

/** What is counted in one stream: numbers given, and what is added to records and sum. */
interface Counted {
  readonly stream: string
  readonly numbers: number
  readonly added: readonly Pick<Entry, 'records' | 'sum'>[]
}

/** Counts in the rows of streams, each named once. Returns the new heads. */
export function* counted(all: readonly Counted[]): Steps<Map<string, number>> {
  const inOrder = all.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  const rows = yield* insertRows(
    'stream (name, head, records, sum)',
    inOrder.map(({ stream, numbers, added }) => {
      const records = added.reduce((sum, entry) => sum + (entry.records ?? 0), 0)
      const sum = added.reduce((part, entry) => (part + (entry.sum ?? 0)) % sumsAll, 0)
      return [stream, numbers, records, sum]
    }),
    `on conflict (name) do update set head = stream.head + excluded.head,
       records = stream.records + excluded.records, sum = (stream.sum + excluded.sum) % ${sumsAll}
     returning name, head`,
  )
  if (rows.length !== all.length) throw new Error('a stream has no head')
  return new Map(rows.map(row => [text(row, 'name'), int(row, 'head')]))
}
