import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import type { DocumentAt } from './document-at.ts'

/**
 * How old the knowledge is that an older badge was not taken back, held against the policy's limit
 * for status lists: a hosted copy of last year says as little as a list of last year.
 */
export function listAge(the: Case, { known }: DocumentAt, url: string): readonly Finding[] {
  const ageMs = known.evidence.ageMs ?? 0
  const ageMsMax = the.policy.statusListAgeMsMax
  const base = { id: 'statusList.age', about: url.slice(0, 500), spec: 'policy', ...known }
  if (ageMsMax === null || ageMs <= ageMsMax)
    return [{ ...base, outcome: 'pass', facts: { ageMs }, message: 'It is recent enough.' }]
  return [
    {
      ...base,
      outcome: 'unknown',
      code: 'STALE',
      facts: { ageMs, ageMsMax },
      message: 'What is known of its status is older than the policy allows.',
      remedy: 'Go online once, so that it can be fetched again.',
    },
  ]
}
