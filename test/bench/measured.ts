import { percentile } from './percentile.ts'
import type { Compared } from './sync/rounds.ts'

/** One number of the bench. */
export interface Measured {
  readonly name: string
  /** Where several were taken: the 95th percentile of them. */
  readonly value: number
  readonly unit: 'ms' | 'MB/s' | 'MB' | 'kB' | '/s' | 'times'
  readonly p50?: number
  readonly runs?: number
  /** The most it may be (experience.md §7); absent where nothing is promised. */
  readonly budget?: number
  /** The least it should be; absent where nothing is aimed at. */
  readonly goal?: number
  /** How it was taken and what was checked outside the clock. */
  readonly note: string
}

type Said = Pick<Measured, 'name' | 'note' | 'budget'>

/** Times of one thing done several times (ms). */
export function timesOf(said: Said, times: readonly number[]): Measured {
  const [p50, value] = [percentile(times, 0.5), percentile(times, 0.95)]
  return { ...said, value, p50, unit: 'ms', runs: times.length }
}

/** How many times ours fits into the other's time: the middle of the ratios, pair by pair. */
export function ratioOf(
  said: Pick<Measured, 'name' | 'note' | 'goal'>,
  { ours, peers, ratio }: Compared,
  inWords: (ms: number) => string = ms => `${Math.round(ms)} ms`,
): Measured {
  const middles = [ours, peers].map(times => inWords(percentile(times, 0.5)))
  const note = `${middles.join(' / ')}; ${said.note}`
  return { ...said, note, value: ratio, unit: 'times', runs: ours.length }
}

export type Verdict = 'met' | 'missed' | '-'

/** Whether a number keeps to its budget or reaches its goal; `-` where there is neither. */
export function verdictOf({
  value,
  budget,
  goal,
}: Pick<Measured, 'value' | 'budget' | 'goal'>): Verdict {
  if (budget === undefined && goal === undefined) return '-'
  const isKept = budget === undefined || value <= budget
  const isReached = goal === undefined || value >= goal
  return isKept && isReached ? 'met' : 'missed'
}
