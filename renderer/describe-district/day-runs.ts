import type { Holiday } from '../../core/person/district.ts'
import { weekdaysIn } from '../../core/turnaround/weekdays-in.ts'
import { schoolYearOf } from '../make-plan/school-year.ts'

/** Days that follow each other, but for weekends, under one name. */
export interface DayRun {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly days: readonly string[]
}

export interface YearOfDays {
  readonly year: number
  readonly runs: readonly DayRun[]
}

/** The days by school year, as breaks rather than one by one: this year and those to come, then those past, the last first. */
export function dayRuns(holidays: readonly Holiday[], today: string): readonly YearOfDays[] {
  const runs: DayRun[] = []
  for (const { day, name } of holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = runs.at(-1)
    if (last !== undefined && last.name === name && isNext(last.last, day))
      runs.splice(-1, 1, { ...last, last: day, days: [...last.days, day] })
    else runs.push({ name, first: day, last: day, days: [day] })
  }
  const now = schoolYearOf(today)
  const years = [...new Set(runs.map(run => schoolYearOf(run.first)))]
  const ahead = years.filter(year => year >= now)
  const past = years.filter(year => year < now).toReversed()
  return [...ahead, ...past].map(year => ({
    year,
    runs: runs.filter(run => schoolYearOf(run.first) === year),
  }))
}

/** Whether no working day lies between two, and both are of one school year. */
const isNext = (before: string, day: string): boolean =>
  schoolYearOf(before) === schoolYearOf(day) &&
  weekdaysIn(before, day).every(one => one === before || one === day)
