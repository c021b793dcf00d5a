import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { manifestOf, sha256Text } from '../../core/claim/manifest.ts'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import type { Purpose, Signed } from '../../core/kit/signed.ts'
import { textToSign } from '../../core/kit/signed.ts'
import { ratingsOf } from '../../core/review/ratings.ts'
import type { Review } from '../../core/review/record.ts'

/** A computer's key, the same in every run. */
const secretKey = new Uint8Array(32).fill(7)

/** A document as that computer signs it. */
export const aSigned = (purpose: Purpose, document: string, device = 'laptop'): Signed => ({
  device,
  publicKey: bytesToHex(ed25519.getPublicKey(secretKey)),
  signature: bytesToHex(ed25519.sign(utf8ToBytes(textToSign(purpose, document)), secretKey)),
})

/** An attempt under the manifest that fits it, signed. */
export function signedAttempt(
  claimId: string,
  claim: Pick<Claim, 'owner' | 'microCredential'>,
  attempt: Attempt,
): Attempt {
  const manifest = manifestOf({
    ...attempt,
    claim: claimId,
    attempt: attempt.n,
    person: claim.owner,
    microCredential: claim.microCredential,
    device: attempt.signed.device,
  })
  return {
    ...attempt,
    manifest,
    manifestSha256: sha256Text(manifest),
    signed: aSigned('manifest', manifest, attempt.signed.device),
  }
}

/** What finishing a reading takes along: its ratings, signed. */
export function finishing(reviewId: string, review: Review) {
  const ratings = ratingsOf(reviewId, review)
  return { review: reviewId, ratings, signed: aSigned('ratings', ratings) }
}
