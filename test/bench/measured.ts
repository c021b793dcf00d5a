import { percentile } from './percentile.ts'

/** One number of the bench. */
export interface Measured {
  readonly name: string
  /** Where several were taken: the 95th percentile of them. */
  readonly value: number
  readonly unit: 'ms' | 'MB/s' | 'MB' | 'times'
  readonly p50?: number
  readonly runs?: number
  /** The most it may be (experience.md §7); absent where nothing is promised. */
  readonly budget?: number
  /** How it was taken and what was checked outside the clock. */
  readonly note: string
}

type Said = Pick<Measured, 'name' | 'note' | 'budget'>

/** Times of one thing done several times (ms). */
export function timesOf(said: Said, times: readonly number[]): Measured {
  const [p50, value] = [percentile(times, 0.5), percentile(times, 0.95)]
  return { ...said, value, p50, unit: 'ms', runs: times.length }
}

export type Verdict = 'met' | 'missed' | '-'

/** Whether a number keeps to its budget; `-` where there is none. */
export const verdictOf = ({ value, budget }: Pick<Measured, 'value' | 'budget'>): Verdict =>
  budget === undefined ? '-' : value <= budget ? 'met' : 'missed'
