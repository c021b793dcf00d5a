import { addActivity } from './add-activity.ts'
import { addGoal } from './add-goal.ts'
import { changeActivity } from './change-activity.ts'
import { changeGoal } from './change-goal.ts'
import { checkIn } from './check-in.ts'
import { linkGoal } from './link-goal.ts'
import { publishGoal } from './publish-goal.ts'
import { settleGoal } from './settle-goal.ts'
import { writeGoal } from './write-goal.ts'

export const planCommands = {
  'goal.add': addGoal,
  'goal.write': writeGoal,
  'goal.settle': settleGoal,
  'goal.change': changeGoal,
  'goal.link': linkGoal,
  'goal.publish': publishGoal,
  'activity.add': addActivity,
  'activity.change': changeActivity,
  'plan.check-in': checkIn,
}
