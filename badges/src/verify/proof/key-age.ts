import type { Case } from '../case.ts'
import type { Evidence, Finding } from '../report.ts'

/**
 * Whether what is known of a key is older than the policy allows: since then its owner may have taken it
 * back. A key that is its own name (did:key) rests on no document and does not age.
 *
 * @returns what to say of it instead of a pass; null where it is young enough.
 */
export function keyAge(
  the: Pick<Case, 'policy'>,
  evidence: Evidence | null | undefined,
): Pick<Finding, 'outcome' | 'code' | 'facts' | 'message' | 'remedy'> | null {
  const ageMsMax = the.policy.keyAgeMsMax ?? null
  const ageMs = evidence?.ageMs ?? 0
  if (ageMsMax === null || ageMs <= ageMsMax) return null
  return {
    outcome: 'unknown',
    code: 'KEY_STALE',
    facts: { ageMs, ageMsMax },
    message: 'What is known of the key is older than the policy allows.',
    remedy: 'Go online once, so that its owner’s document can be fetched again.',
  }
}
