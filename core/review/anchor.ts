import { z } from 'zod'
import type { Anchor } from '../claim/record.ts'
import { anchorSchema } from '../claim/record.ts'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { notOpen } from './open.ts'
import { ReviewRecord } from './record.ts'
import { anchorsOf } from './judge.ts'
import { mayJudge } from './rights.ts'

/** Points a rating at a place in the evidence, once, or takes the mark away (`anchor: null`). */
export const anchorCriterion = command({
  name: 'review.anchor',
  where: 'both',
  input: z.object({
    review: idInput,
    criterion: idInput,
    mark: idInput,
    anchor: anchorSchema.nullable(),
    expects: anchorSchema.nullable().optional(),
  }),
  needs: q => q.first(i => ({ review: must(ReviewRecord, i.review) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i, context) {
    const refused = notOpen(s.review)
    if (refused !== undefined) return refused
    if (!s.review.body.criteria.includes(i.criterion)) {
      return refuse('bad_input', { where: 'criterion' })
    }
    const key = `${i.criterion}/${i.mark}`
    const now = s.review.body.anchors[key] ?? null
    const isExpected =
      i.expects === undefined || isSamePlace(now, i.expects) || isSamePlace(now, i.anchor)
    if (!isExpected) return refuse('changed_since', { what: 'review' })
    // Pointed at twice, as by the key and the button, it is one place.
    const there = now === null ? anchorsOf(s.review.body.anchors, i.criterion) : []
    if (there.some(other => isSamePlace(other, i.anchor))) return { changes: [] }
    const set = { [`anchors.${key}`]: i.anchor ?? undefined }
    return { changes: merge(s.review, set, context.stamp) }
  },
})

/** Field by field: a store may bring the fields back in another order. */
const isSamePlace = (a: Anchor | null, b: Anchor | null): boolean =>
  a?.place === b?.place &&
  a?.page === b?.page &&
  a?.startMs === b?.startMs &&
  a?.endMs === b?.endMs &&
  a?.quote === b?.quote
