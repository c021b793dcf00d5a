import { RequestRefused } from './refused.ts'

interface Paced {
  /** How many may come at once. */
  readonly atOnce: number
  /** How many may come a minute on the whole. */
  readonly aMinute: number
}

/** Most sources that are counted at a time; more than that and the oldest are forgotten. */
const sourcesMax = 100_000

/**
 * What one source may ask how often. Public addresses: a school is one source. Pushes: typing sends small ones, so
 * a burst is let through that security.md §6 (60 a minute) would cut off in the middle of a sentence.
 */
export const paces = {
  public: { atOnce: 300, aMinute: 300 },
  join: { atOnce: 60, aMinute: 60 },
  push: { atOnce: 600, aMinute: 300 },
  // By computer: each new password is hashed, four at a time for the whole district.
  account: { atOnce: 30, aMinute: 30 },
} as const satisfies Record<string, Paced>

/** Counts what sources ask and refuses what is too much. */
export interface Pace {
  /** Throws `too_many_tries` with the seconds to wait. */
  count(source: string): void
}

/** A bucket per source that fills again with time. */
export function paceOf({ atOnce, aMinute }: Paced, clock: () => number): Pace {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    count(source) {
      const now = clock()
      const before = buckets.get(source) ?? { left: atOnce, at: now }
      const refilled = (Math.max(0, now - before.at) / 60_000) * aMinute
      const left = Math.min(atOnce, before.left + refilled)
      buckets.delete(source)
      if (left < 1) {
        buckets.set(source, { left, at: now })
        const waitSeconds = Math.ceil(((1 - left) / aMinute) * 60)
        throw new RequestRefused('too_many_tries', { waitSeconds })
      }
      buckets.set(source, { left: left - 1, at: now })
      const [oldest] = buckets.keys()
      if (buckets.size > sourcesMax && oldest !== undefined) buckets.delete(oldest)
    },
  }
}
