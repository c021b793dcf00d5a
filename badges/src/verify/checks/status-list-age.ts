import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import type { Consulted } from '../trust-bundle.ts'

/** Whether somebody saw a newer list than this one before; then its silence says nothing. */
export function isSuperseded(the: Case, url: string, madeAt: number | null): boolean {
  const seen = the.bundle.newestLists?.get(url)
  return seen !== undefined && (madeAt === null || madeAt < seen)
}

/**
 * Whether a status list is recent enough: not older than the policy allows, and not older than one that
 * was seen before. Whoever hides a revocation shows yesterday's list, which is still in time.
 *
 * @param madeAt when the list says it was made, epoch ms; null where that is not known or not proven.
 * @param toldAs the same as a later verification may rely on it; null for a list that is not valid.
 */
export function statusListAge(
  the: Case,
  { evidence, asOf }: Consulted,
  url: string,
  madeAt: number | null,
  toldAs: number | null = madeAt,
): Finding {
  const ageMs = evidence.ageMs ?? 0
  const limit = the.policy.statusListAgeMsMax
  const base = { id: 'statusList.age', about: url, spec: 'policy', asOf, evidence }
  const facts = { ageMs, ...(toldAs === null ? {} : { madeAt: toldAs }) }
  if (isSuperseded(the, url, madeAt))
    return {
      ...base,
      outcome: 'unknown',
      code: 'OLDER_THAN_SEEN',
      facts: { ...facts, newestSeen: the.bundle.newestLists?.get(url) ?? 0 },
      message: 'A newer status list was seen before this one.',
      remedy: 'Fetch the list again, or use the newer bundle.',
    }
  return limit !== null && ageMs > limit
    ? {
        ...base,
        outcome: 'unknown',
        code: 'STALE',
        facts: { ...facts, ageMsMax: limit },
        message: 'The status list is older than the policy allows.',
        remedy: 'Go online once, so that a newer list can be fetched.',
      }
    : { ...base, outcome: 'pass', facts, message: 'The status list is recent enough.' }
}
