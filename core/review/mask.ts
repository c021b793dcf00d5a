import { z } from 'zod'
import { anchorSchema, ClaimRecord } from '../claim/record.ts'
import { patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { notOpen } from './open.ts'
import { ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/**
 * *This shows who it is*: a place is hidden from every other reader of the claim, or shown to them again
 * (`anchor: null`) by the reader who hid it. It stands in the claim under their name, and in the district's audit.
 */
export const maskPlace = command({
  name: 'review.mask',
  where: 'both',
  input: z.object({ review: idInput, mark: idInput, anchor: anchorSchema.nullable() }),
  needs: q =>
    q
      .first(i => ({ review: must(ReviewRecord, i.review) }))
      .next((_i, s) => ({ claim: must(ClaimRecord, s.review.body.claim) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i, context) {
    const refused = notOpen(s.review)
    if (refused !== undefined) return refused
    const by = context.actor.person
    const now = s.claim.body.masks?.[i.mark]
    if (now !== undefined && now.by !== by) return refuse('bad_input', { where: 'mark' })
    if (now === undefined && i.anchor === null) return { changes: [] }
    const mask = i.anchor === null ? undefined : { anchor: i.anchor, by, at: context.doneAt }
    return { changes: patchPaths(s.claim, { [`masks.${i.mark}`]: mask }) }
  },
})
