import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { isBlank } from './blank.ts'
import { reviewMachine, ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/** Gives a claim back to the pool, no reason asked; the notes stay with the coach. */
export const giveBackReview = command({
  name: 'review.give-back',
  where: 'both',
  input: z.object({
    review: idInput,
    /** Only while nothing was judged or said in it: taking it is being undone. */
    expects: z.literal('blank').optional(),
  }),
  needs: q =>
    q
      .first(i => ({ review: must(ReviewRecord, i.review) }))
      .next((_i, s) => ({ claim: may(ClaimRecord, s.review.body.claim) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i) {
    const state = step(reviewMachine, s.review.body.state, 'return')
    if (state === undefined) return refuse('review_state', { state: s.review.body.state })
    if (i.expects === 'blank' && !isBlank(s.review.body))
      return refuse('changed_since', { what: 'review' })
    const { reader } = s.review.body
    const held = s.claim?.body.state === 'in_review' && s.claim.body.readers.includes(reader)
    return {
      changes: [
        patch(s.review, { state }),
        ...(s.claim !== undefined && held
          ? [patch(s.claim, { readers: s.claim.body.readers.filter(r => r !== reader) })]
          : []),
      ],
    }
  },
})
