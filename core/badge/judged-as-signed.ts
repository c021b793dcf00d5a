import { isAsSigned } from '../claim/is-as-signed.ts'
import type { Claim } from '../claim/record.ts'
import type { Rec } from '../kit/record-type.ts'
import { isSigned } from '../kit/signed.ts'
import { ratingsOf } from '../review/ratings.ts'
import type { Review } from '../review/record.ts'

/**
 * Whether an earned claim is what its person handed over and what its readers decided (security.md row 60): each
 * attempt that counts has its person's signature, each decision the reader's, and the claim says of each criterion
 * what the signed reading says. `manifest` or `ratings`: which of the two was changed.
 */
export function judgedAsSigned(
  claim: Rec<Claim>,
  reviews: readonly Rec<Review>[],
): 'whole' | 'manifest' | 'ratings' {
  const { attempts } = claim.body
  for (const attempt of attempts) {
    const { outcome } = attempt
    if (outcome === undefined) continue
    if (!isAsSigned(claim.id, claim.body, attempt)) return 'manifest'
    const review = reviews.find(one => one.id === outcome.review)
    const signed = review?.body.signed
    if (review === undefined || signed === undefined) return 'ratings'
    const { body } = review
    const isAboutThis =
      body.claim === claim.id &&
      body.attempt === attempt.n &&
      body.reader === outcome.reader &&
      body.manifestSha256 === attempt.manifestSha256 &&
      body.decision === outcome.decision
    const isSame = Object.entries(outcome.criteria)
      .filter(([, judged]) => judged.attempt === attempt.n)
      .every(
        ([criterion, judged]) =>
          body.levels[criterion] === judged.rank &&
          (body.comments[criterion] ?? '') === judged.comment,
      )
    if (!isAboutThis || !isSame || !isSigned('ratings', ratingsOf(review.id, body), signed))
      return 'ratings'
  }
  return 'whole'
}
