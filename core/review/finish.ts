import { z } from 'zod'
import { sha256Text } from '../claim/manifest.ts'
import { standingCriteria } from '../claim/open-parts.ts'
import { claimMachine, ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { isSigned, signedSchema } from '../kit/signed.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { judge, unfinished } from './judge.ts'
import { ratingsOf } from './ratings.ts'
import { reviewMachine, ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/**
 * Finishes a reading: it becomes immutable under the reader's signature, and the claim is decided, *earned* or *not
 * yet*. Ratings that differ from what is here are refused: what is decided is what was signed.
 */
export const finishReview = command({
  name: 'review.finish',
  where: 'both',
  input: z.object({
    review: idInput,
    /** `ratingsOf` the reading, by the key of the device it is finished on. */
    ratings: z.string().max(200_000),
    signed: signedSchema,
  }),
  needs: q =>
    q
      .first(i => ({ review: must(ReviewRecord, i.review) }))
      .next((_i, s) => ({
        claim: must(ClaimRecord, s.review.body.claim),
        micro: must(MicroCredentialRecord, s.review.body.rubricVersion),
      })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i, context) {
    const review = s.review.body
    const reviewed = step(reviewMachine, review.state, 'finish')
    if (reviewed === undefined) return refuse('review_state', { state: review.state })
    const attempt = s.claim.body.attempts.at(-1)
    if (s.claim.body.state !== 'in_review' || attempt?.n !== review.attempt) {
      return refuse('claim_not_in_review', { state: s.claim.body.state })
    }
    const criteria = s.micro.body.parts.flatMap(part => part.criteria)
    const missing = unfinished(review, criteria)
    const textOf = (id: string) => criteria.find(c => c.id === id)?.text ?? id
    if (missing.unrated.length > 0) {
      return refuse('review_unfinished', { criteria: missing.unrated.map(textOf) })
    }
    if (missing.unexplained.length > 0) {
      return refuse('review_unexplained', { criteria: missing.unexplained.map(textOf) })
    }
    const ratings = ratingsOf(s.review.id, review)
    if (ratings !== i.ratings) return refuse('ratings_differ', { expected: sha256Text(ratings) })
    if (!isSigned('ratings', ratings, i.signed)) {
      return refuse('ratings_signature', { device: i.signed.device })
    }
    const judged = judge(review, criteria, standingCriteria(s.claim.body))
    const state = step(
      claimMachine,
      s.claim.body.state,
      judged.decision === 'earned' ? 'earn' : 'notYet',
    )
    if (state === undefined) return refuse('claim_not_in_review', { state: s.claim.body.state })
    const decidedAt = context.doneAt
    const outcome = { ...judged, decidedAt, review: s.review.id, reader: review.reader }
    return {
      changes: [
        patch(s.review, {
          state: reviewed,
          finishedAt: decidedAt,
          decision: judged.decision,
          signed: i.signed,
        }),
        patch(s.claim, {
          state,
          attempts: [...s.claim.body.attempts.slice(0, -1), { ...attempt, outcome }],
          changedAt: decidedAt,
        }),
      ],
    }
  },
})
