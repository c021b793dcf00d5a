import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { givenBack } from './given-back.ts'
import { heldReading } from './held-reading.ts'
import { mayRelease } from './rights.ts'

/**
 * Gives a claim back to the pool whose reader can't go on with it, so that it stands still no longer. The notes stay
 * with the reader. Nothing where nobody reads it any more. Never one's own work: nobody chooses who reads them.
 */
export const releaseReview = command({
  name: 'review.release',
  where: 'both',
  input: z.object({ claim: idInput }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim) }))
      .next((i, s) => ({
        reading: heldReading(i.claim, s.claim.body),
      })),
  right: (actor, s) => mayRelease(actor, s.claim),
  decide(s, _i, context) {
    const { owner, title, state, readers } = s.claim.body
    if (owner === context.actor.person) return refuse('review_own_work', { claim: title })
    // Nor is it said what became of it: who may release a claim may not know how it was judged.
    if (state !== 'in_review' || readers.length === 0) return { changes: [] }
    return { changes: [...givenBack(s.reading), patch(s.claim, { readers: [] })] }
  },
})
