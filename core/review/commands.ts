import { anchorCriterion } from './anchor.ts'
import { commentCriterion } from './comment.ts'
import { finishReview } from './finish.ts'
import { giveBackReview } from './give-back.ts'
import { maskPlace } from './mask.ts'
import { rateCriterion } from './rate.ts'
import { releaseReview } from './release.ts'
import { releaseUnseen } from './release-unseen.ts'
import { spendTime } from './spend.ts'
import { takeReview } from './take.ts'

export const reviewCommands = {
  'review.take': takeReview,
  'review.rate': rateCriterion,
  'review.comment': commentCriterion,
  'review.anchor': anchorCriterion,
  'review.mask': maskPlace,
  'review.spend': spendTime,
  'review.finish': finishReview,
  'review.give-back': giveBackReview,
  'review.release': releaseReview,
  'review.release-unseen': releaseUnseen,
}
