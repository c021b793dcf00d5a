import { schoolYearDays } from './school-year.ts'

/** One week of a school year and what stands in it. */
export interface SchoolWeek {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string
  readonly checkIns: number
  readonly pieces: number
}

const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** The Monday of a day's week, `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10)
}

/** The weeks of a school year, first to last, with what happened on the given days. An empty week is only empty. */
export function schoolWeeks(
  year: number,
  days: { readonly checkIns: readonly string[]; readonly pieces: readonly string[] },
): readonly SchoolWeek[] {
  const { first, last } = schoolYearDays(year)
  const count = (of: readonly string[]) => {
    const byWeek = Map.groupBy(of, mondayOf)
    return (monday: string) => byWeek.get(monday)?.length ?? 0
  }
  const checkIns = count(days.checkIns)
  const pieces = count(days.pieces)
  const weeks: SchoolWeek[] = []
  for (
    let at = Date.parse(`${mondayOf(first)}T00:00:00Z`);
    at <= Date.parse(`${last}T00:00:00Z`);
    at += weekMs
  ) {
    const monday = new Date(at).toISOString().slice(0, 10)
    weeks.push({ monday, checkIns: checkIns(monday), pieces: pieces(monday) })
  }
  return weeks
}

/** The weeks at which a month's name stands under the line: the first of every second month. */
export function monthMarks(
  weeks: readonly SchoolWeek[],
): readonly { readonly column: number; readonly day: string }[] {
  return weeks.flatMap((week, n) => {
    const sunday = new Date(Date.parse(`${week.monday}T00:00:00Z`) + 6 * dayMs)
      .toISOString()
      .slice(0, 10)
    // A name in the last columns would run off the page, and the next year's first month is not this one's.
    const begins = n === 0 || (sunday.slice(8) <= '07' && n < weeks.length - 2)
    const month = Number(sunday.slice(5, 7))
    return begins && month % 2 === 0 ? [{ column: n + 1, day: sunday }] : []
  })
}
