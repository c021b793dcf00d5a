import { z } from 'zod'
import { standingCriteria } from '../claim/open-parts.ts'
import { ClaimRecord } from '../claim/record.ts'
import { create, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { PersonRecord } from '../person/record.ts'
import { givenBack } from './given-back.ts'
import { heldReading } from './held-reading.ts'
import { ReviewRecord } from './record.ts'
import { mayRead } from './rights.ts'
import { stillReading } from './still-reading.ts'

/**
 * Takes a claim from the pool to read it. The review's id is `id('review')`. Never one's own work. In the pool is also
 * what somebody took who is no coach any more.
 */
export const takeReview = command({
  name: 'review.take',
  where: 'both',
  input: z.object({ claim: idInput }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim) }))
      .next((i, s) => ({
        micro: must(MicroCredentialRecord, s.claim.body.microCredential),
        people: each(PersonRecord, s.claim.body.readers),
        // A device seldom has it, since it is its reader's; the district has.
        left: heldReading(i.claim, s.claim.body),
      })),
  right: (actor, s) => mayRead(actor, s.claim),
  decide(s, _i, context) {
    const { owner, title, state, attempts, units } = s.claim.body
    if (owner === context.actor.person) return refuse('review_own_work', { claim: title })
    const attempt = attempts.at(-1)
    if (state !== 'in_review' || attempt === undefined) {
      return refuse('claim_not_in_review', { state })
    }
    if (stillReading(s.claim.body, s.people).length > 0)
      return refuse('review_taken', { claim: title })
    const standing = standingCriteria(s.claim.body)
    const criteria = s.micro.body.parts.flatMap(part => part.criteria.map(c => c.id))
    return {
      changes: [
        ...givenBack(s.left),
        create(ReviewRecord, context.id('review'), {
          claim: s.claim.id,
          owner,
          title,
          attempt: attempt.n,
          round: 1,
          // The claim in the coaches' stream names its owner, so no reading is blind yet.
          blind: false,
          rubricVersion: s.micro.id,
          manifestSha256: attempt.manifestSha256,
          reader: context.actor.person,
          state: 'reading',
          criteria: criteria.filter(id => !standing.has(id)),
          levels: {},
          comments: {},
          anchors: {},
          activeMs: 0,
          ...(units === undefined ? {} : { units }),
          takenAt: context.doneAt,
        }),
        patch(s.claim, { readers: [context.actor.person] }),
      ],
    }
  },
})
