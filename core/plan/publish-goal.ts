import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { GoalRecord } from './record.ts'
import { mayChangePlan, mayPublishGoal } from './rights.ts'

/** Shows a goal to everybody in the district, or takes it back. */
export const publishGoal = command({
  name: 'goal.publish',
  where: 'both',
  input: z.object({ goal: idInput, on: z.boolean() }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayPublishGoal(actor) && mayChangePlan(actor, s.goal),
  decide: (s, i, context) => ({
    changes: merge(s.goal, { published: i.on ? true : undefined }, context.stamp),
  }),
})
