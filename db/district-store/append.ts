import type { Key } from '../../core/kit/record-type.ts'
import { int } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Something in a stream has changed: what, is read when it is pulled. */
export interface Entry {
  readonly stream: string
  readonly key: Key
}

/**
 * Adds entries to their streams. Each stream counts in a row of its own, locked until the end of the
 * transaction: the order of numbers is the order of commits, without a gap. Streams are taken in order of
 * name, so that two commits can't wait for each other. Returns the new heads.
 */
export function* append(entries: readonly Entry[]): Steps<Map<string, number>> {
  const byStream = Map.groupBy(entries, entry => entry.stream)
  const heads = new Map<string, number>()
  for (const [stream, added] of [...byStream].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const keys = [...new Set(added.map(entry => entry.key))]
    const [row] = yield* query(
      `insert into stream (name, head) values (?, ?)
       on conflict (name) do update set head = stream.head + excluded.head returning head`,
      stream,
      keys.length,
    )
    if (!row) throw new Error(`stream ${stream} has no head`)
    const head = int(row, 'head')
    for (const [index, key] of keys.entries())
      yield* query(
        'insert into change (stream, seq, key) values (?, ?, ?)',
        stream,
        head - keys.length + 1 + index,
        key,
      )
    heads.set(stream, head)
  }
  return heads
}
