import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput, textInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { mergeText } from '../merge/text.ts'
import { notOpen } from './open.ts'
import { ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/** Types what the reader says about a criterion; merged by line between their computers. */
export const commentCriterion = command({
  name: 'review.comment',
  where: 'both',
  input: z.object({ review: idInput, criterion: idInput, ...textInput.shape }),
  needs: q => q.first(i => ({ review: must(ReviewRecord, i.review) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i, context) {
    const refused = notOpen(s.review)
    if (refused !== undefined) return refused
    if (!s.review.body.criteria.includes(i.criterion)) {
      return refuse('bad_input', { where: 'criterion' })
    }
    const merged = mergeText({
      stored: s.review.body.comments[i.criterion] ?? '',
      aside: s.review.body.aside?.[i.criterion],
      base: i.base,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    return {
      changes: patchPaths(s.review, textFields(`comments.${i.criterion}`, i.criterion, merged)),
    }
  },
  // Only what follows on: an edit that began from a text merged in between is one of its own.
  fold: (earlier, later) =>
    earlier.review === later.review &&
    earlier.criterion === later.criterion &&
    earlier.text === later.base
      ? { ...later, base: earlier.base }
      : undefined,
})
