import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput, textInput, titleCharsMax } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { mergeText } from '../merge/text.ts'
import { GoalRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Types into a goal's title or reason; merged by line with what another device wrote. */
export const writeGoal = command({
  name: 'goal.write',
  where: 'both',
  input: z.object({ goal: idInput, field: z.enum(['title', 'why']), ...textInput.shape }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    if (i.field === 'title' && i.text.length > titleCharsMax) {
      return refuse('bad_input', { where: 'title' })
    }
    const merged = mergeText({
      stored: s.goal.body[i.field],
      aside: s.goal.body.aside?.[i.field],
      base: i.base,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    return { changes: patchPaths(s.goal, textFields(i.field, i.field, merged)) }
  },
  // Only what follows on: an edit that began from a text merged in between is one of its own.
  fold: (earlier, later) =>
    earlier.goal === later.goal && earlier.field === later.field && earlier.text === later.base
      ? { ...later, base: earlier.base }
      : undefined,
})
