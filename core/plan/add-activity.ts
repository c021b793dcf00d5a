import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { ActivityRecord, GoalRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Adds a thing to do for a goal. */
export const addActivity = command({
  name: 'activity.add',
  where: 'both',
  input: z.object({ goal: idInput, title: z.string().max(2_000), due: dayInput.optional() }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    if (i.title.trim() === '') return refuse('bad_input', { where: 'title' })
    const activity = {
      owner: context.actor.person,
      goal: s.goal.id,
      title: i.title,
      addedAt: context.doneAt,
      ...(i.due === undefined ? {} : { due: i.due }),
    }
    return { changes: [create(ActivityRecord, context.id('activity'), activity)] }
  },
})
