import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { GoalRecord, goalLayers } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Sets single fields of a goal; each merges by itself. `null` clears an optional field. */
export const changeGoal = command({
  name: 'goal.change',
  where: 'both',
  input: z.object({
    goal: idInput,
    set: z
      .object({
        layer: z.enum(goalLayers),
        due: dayInput.nullable(),
        nowLevel: z.string().max(80).nullable(),
        aimLevel: z.string().max(80).nullable(),
        state: z.enum(['open', 'reached', 'dropped']),
      })
      .partial(),
  }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    const set = Object.fromEntries(
      Object.entries(i.set).map(([field, value]) => [field, value ?? undefined]),
    )
    if (Object.keys(set).length === 0) return refuse('bad_input', { where: 'set' })
    return { changes: merge(s.goal, set, context.stamp) }
  },
})
