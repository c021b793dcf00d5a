import { z } from 'zod'
import { merge, patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { GoalRecord } from './record.ts'
import { mayChangePlan, mayPublishGoal, mayTakeBackGoal } from './rights.ts'

/** Shows a goal of one’s own to everybody in the district, or takes back any that is shown. */
export const publishGoal = command({
  name: 'goal.publish',
  where: 'both',
  input: z.object({ goal: idInput, on: z.boolean() }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s, i) =>
    (mayPublishGoal(actor) && mayChangePlan(actor, s.goal)) ||
    (!i.on && mayTakeBackGoal(actor, s.goal)),
  decide({ goal }, i, { actor, stamp }) {
    const published = i.on ? true : undefined
    // Taken back by another it is decided, not merged: whose clock is ahead keeps it nowhere.
    return mayChangePlan(actor, goal)
      ? { changes: merge(goal, { published }, stamp) }
      : { changes: [patch(goal, { published })] }
  },
})
