import type { Holiday } from '../../core/person/district.ts'
import { realDayInput } from '../../core/kit/input.ts'
import { rangeDaysMax, weekdaysIn } from '../../core/turnaround/weekdays-in.ts'

/** A year that is further away than this was mistyped. */
const yearsAwayMax = 10

/** What is wrong with a range: it has no first day, one of its days is none, and so on; `weekend`: it holds nothing else. */
export type RangeFault = 'missing' | 'unreal' | 'order' | 'year' | 'long' | 'weekend'

export interface Range {
  /** Days (`YYYY-MM-DD`); the last may be empty, for one day alone. */
  readonly from: string
  readonly until: string
  readonly name: string
  readonly today: string
}

/** The days that a range stands for, each with its name; or what is wrong with it. */
export function daysAsked(range: Range): readonly Holiday[] | RangeFault {
  const { from, name, today } = range
  const until = range.until === '' ? from : range.until
  if (from === '') return 'missing'
  if (![from, until].every(day => realDayInput.safeParse(day).success)) return 'unreal'
  if (until < from) return 'order'
  const isFar = (day: string) =>
    Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > yearsAwayMax
  if (isFar(from) || isFar(until)) return 'year'
  if ((Date.parse(until) - Date.parse(from)) / 86_400_000 >= rangeDaysMax) return 'long'
  const days = weekdaysIn(from, until)
  return days.length === 0 ? 'weekend' : days.map(day => ({ day, name: name.trim() }))
}
