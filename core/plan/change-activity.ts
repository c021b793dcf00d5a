import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { asExpected } from '../merge/expected.ts'
import type { Activity } from './record.ts'
import { ActivityRecord } from './record.ts'
import { mayChangePlan } from './rights.ts'

const fields = z
  .object({
    title: z.string().min(1).max(2_000),
    due: dayInput.nullable(),
    doneOn: dayInput.nullable(),
    dropped: z.boolean(),
  })
  .partial()

/** The fields of an activity that are set singly, as they are; `null` where one is absent. */
export const activityFields = ({ title, due, doneOn, dropped }: Activity) => ({
  title,
  due: due ?? null,
  doneOn: doneOn ?? null,
  dropped: dropped ?? false,
})

/** Sets fields of an activity; `doneOn` ticks it off, `null` clears. */
export const changeActivity = command({
  name: 'activity.change',
  where: 'both',
  input: z.object({ activity: idInput, set: fields, expects: fields.optional() }),
  needs: q => q.first(i => ({ activity: must(ActivityRecord, i.activity) })),
  right: (actor, s) => mayChangePlan(actor, s.activity),
  decide(s, i, context) {
    const left = Object.entries(asExpected(i.set, i.expects, activityFields(s.activity.body)))
    if (i.expects !== undefined && left.length === 0)
      return refuse('changed_since', { what: 'activity' })
    const set = Object.fromEntries(left.map(([field, value]) => [field, value ?? undefined]))
    return { changes: merge(s.activity, set, context.stamp) }
  },
})
