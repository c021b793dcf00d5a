import { isWritable } from '../../core/claim/writable.ts'
import { useRows } from './rows.ts'

/** Numbers beside the places: only where something needs this person. */
export function useTodayCounts(): Readonly<Record<string, number>> {
  const rows = useRows('today', {})
  if (rows === undefined) return {}
  const back = rows.claims.filter(
    claim => isWritable(claim.body.state) && claim.body.state !== 'draft',
  )
  return {
    claims: back.length,
    review:
      rows.readings.filter(reading => reading.body.state === 'reading').length + rows.pool.length,
    issue: rows.toIssue.length,
    evidence: 0,
    today: rows.refused.length + back.length,
  }
}
