import { hash } from 'node:crypto'
import type { StoredRec } from './kinds.ts'

/** Sums count round a circle of this size: 48 bits, so that two of them added are still a whole number here. */
export const sumsAll = 2 ** 48

const sumBytes = 6

/**
 * What a record as its stream shows it adds to the sum of that stream: the first 48 bits of a SHA-256. Two sides whose
 * streams have as many records and the same sum have the same records; that a mistake goes unseen is one chance in 2^48.
 * It finds mistakes and damage, not somebody who makes them fit. Body and clocks are texts, as they are stored.
 */
export function sumOf(
  { kind, id, v, rev }: Pick<StoredRec, 'kind' | 'id' | 'v' | 'rev'>,
  body: string,
  clocks: string,
): number {
  const text = [kind, id, String(v), String(rev), body, clocks].join('\n')
  return hash('sha256', text, 'buffer').readUIntBE(0, sumBytes)
}

/** What is left of a sum when a part of it is taken away; also a negative part. */
export const sumWithout = (sum: number, part: number): number =>
  (((sum - part) % sumsAll) + sumsAll) % sumsAll

const half = 2 ** 24

/**
 * SQL for the sum of a column of such parts, which may be null, over many rows. In two halves: SQLite refuses a plain `sum`
 * that leaves 64 bits on its way, which some 65,000 parts do.
 */
export const sumsOver = (column: string): string =>
  `((coalesce(sum(${column} >> 24), 0) % ${half} * ${half} + coalesce(sum(${column} & ${half - 1}), 0)) % ${sumsAll})`
