import { z } from 'zod'
import { anchorSchema } from '../claim/record.ts'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { notOpen } from './open.ts'
import { ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/** Points a rating at a place in the evidence, or takes the mark away (`anchor: null`). */
export const anchorCriterion = command({
  name: 'review.anchor',
  where: 'both',
  input: z.object({
    review: idInput,
    criterion: idInput,
    mark: idInput,
    anchor: anchorSchema.nullable(),
  }),
  needs: q => q.first(i => ({ review: must(ReviewRecord, i.review) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i, context) {
    const refused = notOpen(s.review)
    if (refused !== undefined) return refused
    if (!s.review.body.criteria.includes(i.criterion)) {
      return refuse('bad_input', { where: 'criterion' })
    }
    const path = `anchors.${i.criterion}/${i.mark}`
    return { changes: merge(s.review, { [path]: i.anchor ?? undefined }, context.stamp) }
  },
})
