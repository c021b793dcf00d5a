import type { Case } from '../case.ts'
import type { Policy } from '../policy.ts'
import type { Finding } from '../report.ts'
import type { Consulted } from '../trust-bundle.ts'

/** Whether somebody saw a newer list than this one before; then its silence says nothing. */
export function isSuperseded(the: Case, url: string, madeAt: number | null): boolean {
  const seen = the.bundle.newestLists?.get(url)
  return seen !== undefined && (madeAt === null || madeAt < seen)
}

/** What is known of the time of a list, epoch ms and milliseconds. */
interface ListTime {
  /** When it says it was made; null where that is not known or not proven. */
  readonly madeAt: number | null
  /** The same as a later verification may rely on it; null for a list that is not valid. */
  readonly toldAs?: number | null
  readonly ttlMs?: number | null
}

/**
 * Whether a status list is recent enough: not older than the policy allows, and not older than one that
 * was seen before. Whoever hides a revocation shows yesterday's list, which is still in time.
 *
 * How long a list asks to be kept (`ttl`) is told, and counts where the policy says so.
 */
export function statusListAge(
  the: Case,
  { evidence, asOf }: Pick<Consulted, 'evidence' | 'asOf'>,
  url: string,
  { madeAt, toldAs = madeAt, ttlMs = null }: ListTime,
): Finding {
  const ageMs = evidence.ageMs ?? 0
  const limit = limitOf(the.policy, ttlMs)
  const base = { id: 'statusList.age', about: url, spec: 'policy', asOf, evidence }
  const facts = {
    ageMs,
    ...(toldAs === null ? {} : { madeAt: toldAs }),
    ...(ttlMs === null ? {} : { ttlMs }),
  }
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

function limitOf({ statusListAgeMsMax, isTtlKept }: Policy, ttlMs: number | null): number | null {
  const limits = [statusListAgeMsMax, isTtlKept === true ? ttlMs : null]
  const known = limits.filter(limit => limit !== null)
  return known.length === 0 ? null : Math.min(...known)
}
