import { useTodayNeeds } from '../see-today/today-needs.ts'
import { useRows } from './rows.ts'

/** Numbers beside the places: only where something needs this person. `path`: where the window is. */
export function useTodayCounts(path: string): Readonly<Record<string, number>> {
  const rows = useRows('today.counts', {})
  const needs = useTodayNeeds(`${path} ${JSON.stringify(rows)}`)
  if (rows === undefined) return {}
  return {
    claims: rows.back,
    review: rows.readings + rows.pool,
    issue: rows.toIssue + rows.actsEnd.filter(at => at > Date.now()).length,
    evidence: 0,
    // The very number that Today begins with; until that was read, what surely needs them.
    today: needs ?? rows.refused + rows.back,
  }
}
