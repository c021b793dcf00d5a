import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/**
 * Whether the time of signing, as the signer states it, is still to come. The standard has no rule for
 * that (`created` is the signer's word, vc-data-integrity section 2.1), so it is no fail; but whether the
 * key was in use then rests on it, and a time that cannot be true is no ground to answer on.
 *
 * @param signedAt epoch ms; null where the signer does not say.
 */
export function notInFuture(the: Case, signedAt: number | null, about: string): readonly Finding[] {
  if (signedAt === null || signedAt <= the.at + the.policy.toleranceMs) return []
  return [
    {
      id: 'signedAt',
      about,
      spec: 'vc-data-integrity section 2.1',
      outcome: 'unknown',
      code: 'PROOF_FROM_FUTURE',
      facts: { created: textOfTime(signedAt), aheadMs: signedAt - the.at },
      message: 'It says that it was signed at a time that is still to come.',
    },
  ]
}

/** A year beyond what a date can hold has no text. */
function textOfTime(ms: number): string {
  return Math.abs(ms) > 8.64e15 ? '' : new Date(ms).toISOString()
}
