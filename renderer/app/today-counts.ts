import { useRows } from './rows.ts'

/** Numbers beside the places: only where something needs this person. */
export function useTodayCounts(): Readonly<Record<string, number>> {
  const rows = useRows('today.counts', {})
  if (rows === undefined) return {}
  return {
    claims: rows.back,
    review: rows.readings + rows.pool,
    issue: rows.toIssue,
    evidence: 0,
    today: rows.refused + rows.back,
  }
}
