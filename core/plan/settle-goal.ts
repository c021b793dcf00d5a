import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { GoalRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Settles two versions of a text: what is chosen stays, nothing stands beside it any more. */
export const settleGoal = command({
  name: 'goal.settle',
  where: 'both',
  input: z.object({
    goal: idInput,
    field: z.enum(['title', 'why']),
    text: z.string().max(60_000),
  }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide: (s, i) => ({
    changes: patchPaths(s.goal, { [i.field]: i.text, [`aside.${i.field}`]: undefined }),
  }),
})
