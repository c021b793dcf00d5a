import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { asExpected } from '../merge/expected.ts'
import type { Goal } from './record.ts'
import { GoalRecord, goalLayers } from './record.ts'
import { mayChangePlan } from './rights.ts'

const fields = z
  .object({
    layer: z.enum(goalLayers),
    due: dayInput.nullable(),
    nowLevel: z.string().max(80).nullable(),
    aimLevel: z.string().max(80).nullable(),
    state: z.enum(['open', 'reached', 'dropped']),
  })
  .partial()

/** The fields of a goal that are set singly, as they are; `null` where one is absent. */
export const goalFields = ({ layer, due, nowLevel, aimLevel, state }: Goal) => ({
  layer,
  due: due ?? null,
  nowLevel: nowLevel ?? null,
  aimLevel: aimLevel ?? null,
  state,
})

/** Sets single fields of a goal; each merges by itself. `null` clears an optional field. */
export const changeGoal = command({
  name: 'goal.change',
  where: 'both',
  input: z.object({ goal: idInput, set: fields, expects: fields.optional() }),
  needs: q => q.first(i => ({ goal: must(GoalRecord, i.goal) })),
  right: (actor, s) => mayChangePlan(actor, s.goal),
  decide(s, i, context) {
    if (Object.keys(i.set).length === 0) return refuse('bad_input', { where: 'set' })
    const left = Object.entries(asExpected(i.set, i.expects, goalFields(s.goal.body)))
    if (i.expects !== undefined && left.length === 0)
      return refuse('changed_since', { what: 'goal' })
    const set = Object.fromEntries(left.map(([field, value]) => [field, value ?? undefined]))
    return { changes: merge(s.goal, set, context.stamp) }
  },
})
