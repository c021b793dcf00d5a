import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { ActivityRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

/** Sets fields of an activity; `doneOn` ticks it off, `null` clears. */
export const changeActivity = command({
  name: 'activity.change',
  where: 'both',
  input: z.object({
    activity: idInput,
    set: z
      .object({
        title: z.string().min(1).max(2_000),
        due: dayInput.nullable(),
        doneOn: dayInput.nullable(),
        dropped: z.boolean(),
      })
      .partial(),
  }),
  needs: q => q.first(i => ({ activity: must(ActivityRecord, i.activity) })),
  right: (actor, s) => mayChangePlan(actor, s.activity),
  decide(s, i, context) {
    const set = Object.fromEntries(
      Object.entries(i.set).map(([field, value]) => [field, value ?? undefined]),
    )
    return { changes: merge(s.activity, set, context.stamp) }
  },
})
