/**
 * The value that a share of the others does not exceed, by nearest rank: one that was really measured.
 * `share` between 0 and 1. Throws for nothing measured.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  const found = sorted[rank - 1]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}
