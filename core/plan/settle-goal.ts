import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput, settleInput, titleCharsMax } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { settleText } from '../merge/settle.ts'
import { GoalRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Settles two versions of a text: what is chosen stays, nothing stands beside it any more. */
export const settleGoal = command({
  name: 'goal.settle',
  where: 'both',
  input: z.object({
    goal: idInput,
    field: z.enum(['title', 'why']),
    ...settleInput.shape,
  }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    if (i.field === 'title' && i.text.length > titleCharsMax) {
      return refuse('bad_input', { where: 'title' })
    }
    const settled = settleText({
      stored: s.goal.body[i.field],
      aside: s.goal.body.aside?.[i.field],
      seen: i.seen,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    return { changes: patchPaths(s.goal, textFields(i.field, i.field, settled)) }
  },
})
