import { isSigned } from '../kit/signed.ts'
import { manifestOf, sha256Text } from './manifest.ts'
import type { Attempt, Claim } from './record.ts'

/**
 * Whether an attempt is what its person handed over: the manifest made again from its own answers and pieces, its
 * hash, and the signature of the person's computer over it (security.md row 60). The district could change what it
 * stores; it can't sign for a computer.
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
