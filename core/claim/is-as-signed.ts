import { isSigned } from '../kit/signed.ts'
import { sha256Text } from '../kit/canonical.ts'
import { manifestOf } from './manifest.ts'
import type { Attempt, Claim } from './record.ts'

/**
 * Whether an attempt is what was handed over under the key that stands beside its signature: the manifest made again
 * from its own answers and pieces, its hash, and the signature. It covers all that the person states; the promised
 * days, the precheck's findings and the outcome are others' words and not in it. Whose key it is, it does not say:
 * that is `attemptFault`.
 */
export function isAsSigned(
  claimId: string,
  claim: Pick<Claim, 'owner' | 'microCredential'>,
  attempt: Attempt,
): boolean {
  const again = manifestOf({
    claim: claimId,
    attempt: attempt.n,
    person: claim.owner,
    device: attempt.signed.device,
    microCredential: claim.microCredential,
    submittedAt: attempt.submittedAt,
    answers: attempt.answers,
    items: attempt.items,
    attestations: attempt.attestations,
    note: attempt.note,
  })
  return (
    again === attempt.manifest &&
    sha256Text(attempt.manifest) === attempt.manifestSha256 &&
    isSigned('manifest', attempt.manifest, attempt.signed)
  )
}
