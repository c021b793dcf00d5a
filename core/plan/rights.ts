import { holdsEverywhere } from '../access/reach.ts'
import type { Actor, Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Goal } from './record.ts'

/** A plan is its owner's alone: nobody else changes it. */
export const mayChangePlan = (actor: Actor, rec: Rec<{ owner: string }>) =>
  rec.body.owner === actor.person

/** Who may put a goal of a layer before everybody in the district. */
export const mayPublishGoal = (actor: Holding) => holdsEverywhere(actor, 'administrator')

/** Who may take back a goal that everybody is shown, whosever it is: its owner may have left, or be erased. */
export const mayTakeBackGoal = (actor: Holding, goal: Pick<Rec<Goal>, 'body'>) =>
  mayPublishGoal(actor) && goal.body.published === true
