import { command } from '../kit/command.ts'
import { releaseReview } from './release.ts'

/**
 * The same as `review.release`, from a computer that has no sight of the claim: an officer's or an administrator's, who is
 * told that a claim is being read and nothing of it (`district/claim/being-read.ts`). So the district alone decides.
 */
export const releaseUnseen = command({
  ...releaseReview,
  name: 'review.release-unseen',
  where: 'district',
})
