import { z } from 'zod'
import { sha256Text } from '../kit/canonical.ts'
import { claimMachine, ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { isSigned, signedSchema } from '../kit/signed.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { DeviceKeyRecord } from '../person/device-key.ts'
import { signedAtGraceMs } from '../person/signer.ts'
import { finishedReading } from './finished.ts'
import { unfinished } from './judge.ts'
import { readingFault } from './reading-fault.ts'
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
    /** The text of `finishedReading`, by the key of the device it is finished on. */
    ratings: z.string().max(200_000),
    signed: signedSchema,
    finishedAt: z.int(),
  }),
  needs: q =>
    q
      .first(i => ({ review: must(ReviewRecord, i.review) }))
      .next((_i, s) => ({
        claim: must(ClaimRecord, s.review.body.claim),
        micro: must(MicroCredentialRecord, s.review.body.rubricVersion),
      }))
      .next((_i, s) => ({
        keys: each(
          DeviceKeyRecord,
          s.claim.body.attempts.slice(-1).map(attempt => attempt.signed.device),
        ),
      })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i) {
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
    const fault = readingFault(review, s.claim, s.keys)
    if (fault !== undefined) return { refusal: fault }
    const { finishedAt, signed } = i
    // Nobody has read before the district let it go to a reader: that would date the badge.
    if (finishedAt < s.claim.body.changedAt - signedAtGraceMs) {
      return refuse('signed_out_of_time', { at: finishedAt })
    }
    // Nothing is decided before it was sent; that it lies not ahead, the district sees to (`signedOnly`).
    if (finishedAt < attempt.submittedAt) return refuse('signed_out_of_time', { at: finishedAt })
    const before = s.claim.body.attempts.slice(0, -1)
    const read = { id: s.review.id, review, micro: s.micro.body, before, finishedAt }
    const { outcome, ratings } = finishedReading(read)
    if (ratings !== i.ratings) return refuse('ratings_differ', { expected: sha256Text(ratings) })
    if (!isSigned('ratings', ratings, signed)) {
      return refuse('ratings_signature', { device: signed.device })
    }
    const { decision } = outcome
    const state = step(claimMachine, s.claim.body.state, decision === 'earned' ? 'earn' : 'notYet')
    if (state === undefined) return refuse('claim_not_in_review', { state: s.claim.body.state })
    return {
      changes: [
        patch(s.review, { state: reviewed, finishedAt, decision, signed }),
        patch(s.claim, {
          state,
          attempts: [...before, { ...attempt, outcome }],
          changedAt: finishedAt,
        }),
      ],
    }
  },
})
