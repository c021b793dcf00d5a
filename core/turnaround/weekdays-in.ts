import { isWeekend } from './is-weekend.ts'

/** The longest range that is looked through (days): more than a school year. */
export const rangeDaysMax = 400

const dayMs = 86_400_000

/** The days from Monday to Friday from one (`YYYY-MM-DD`) up to and with another, the first `rangeDaysMax` days of them. */
export function weekdaysIn(from: string, until: string): readonly string[] {
  const [first, last] = [from, until].map(day => Date.parse(`${day}T00:00:00Z`))
  if (first === undefined || last === undefined || !(first <= last)) return []
  const count = Math.min((last - first) / dayMs + 1, rangeDaysMax)
  return Array.from({ length: count }, (_, n) => first + n * dayMs)
    .filter(at => !isWeekend(at))
    .map(at => new Date(at).toISOString().slice(0, 10))
}
