import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { GoalRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Ties a goal to a goal it serves or to a competency, or unties it. */
export const linkGoal = command({
  name: 'goal.link',
  where: 'both',
  input: z.object({
    goal: idInput,
    to: z.enum(['serves', 'competencies']),
    id: idInput,
    on: z.boolean(),
  }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    if (i.to === 'serves' && i.id === s.goal.id) {
      return refuse('goal_serves_itself', { goal: s.goal.body.title })
    }
    const set = { [`${i.to}.${i.id}`]: i.on ? true : undefined }
    return { changes: merge(s.goal, set, context.stamp) }
  },
})
