import type { Activity, CheckIn, Goal } from '../../core/plan/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** School years begin on August 1; one is called by the year in which it begins. */
const firstMonth = 8

/** The school year in which a day (`YYYY-MM-DD`) lies: 2026 for "2026 to 2027". */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= firstMonth ? year : year - 1
}

/** Its first and last day. */
export const schoolYearDays = (year: number) => ({
  first: `${year}-08-01`,
  last: `${year + 1}-07-31`,
})

/** Whether an address names a year that we can show. */
export function yearInAddress(text: string | undefined, today: string): number {
  return text !== undefined && /^2\d{3}$/.test(text) ? Number(text) : schoolYearOf(today)
}

/**
 * The goals of a school year. An open goal belongs to each year from the one in which it began until today's; one
 * that was reached or dropped, until the year of the last thing known of it.
 */
export function goalsOfYear(
  goals: readonly Row<Goal>[],
  known: {
    readonly activities: readonly Row<Activity>[]
    readonly checkIns: readonly Row<CheckIn>[]
    readonly today: string
    readonly year: number
    dayOf(atMs: number): string
  },
): readonly Row<Goal>[] {
  return goals.filter(goal => {
    const begun = schoolYearOf(known.dayOf(goal.body.addedAt))
    if (begun > known.year) return false
    if (goal.body.state === 'open') return known.year <= schoolYearOf(known.today)
    const days = [
      known.dayOf(goal.body.addedAt),
      ...known.checkIns.flatMap(one => (one.body.goal === goal.id ? [one.body.on] : [])),
      ...known.activities.flatMap(one =>
        one.body.goal === goal.id && one.body.doneOn !== undefined ? [one.body.doneOn] : [],
      ),
    ]
    return schoolYearOf(days.toSorted().at(-1) ?? '') >= known.year
  })
}
