import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { realDayInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { DistrictRecord, districtId, holidaySchema, holidaysMax, type Holiday } from './district.ts'
import { mayDescribe } from './rights.ts'

/**
 * Says of days that they don't count, or that they do again. Each is decided by itself, on what stands there: two who
 * change the year at the same time take nothing from each other. What was promised before stays (`core/claim/promise.ts`).
 */
export const changeHolidays = command({
  name: 'district.change-holidays',
  where: 'both',
  input: z.object({
    add: z.array(holidaySchema.extend({ day: realDayInput })).max(holidaysMax),
    remove: z.array(realDayInput).max(holidaysMax),
  }),
  needs: q => q.first(() => ({ district: must(DistrictRecord, districtId) })),
  right: actor => mayDescribe(actor),
  decide({ district }, i) {
    const before = district.body.holidays
    const holidays = holidaysAfter(before, i)
    if (holidays.length > holidaysMax) return refuse('holidays_full', { max: holidaysMax })
    const isSame = JSON.stringify(holidays) === JSON.stringify(before)
    return { changes: isSame ? [] : [patch(district, { holidays })] }
  },
})

interface Asked {
  readonly add: readonly Holiday[]
  readonly remove: readonly string[]
}

/** The days in their order; one that stood there already gets the name that it is given now. */
function holidaysAfter(before: readonly Holiday[], { add, remove }: Asked): Holiday[] {
  const names = new Map(before.map(({ day, name }) => [day, name]))
  for (const day of remove) names.delete(day)
  for (const { day, name } of add) names.set(day, name.trim())
  return [...names]
    .map(([day, name]) => ({ day, name }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
