import { z } from 'zod'
import { dayInput } from '../kit/input.ts'
import { recordType } from '../kit/record-type.ts'

/** Days can't be counted in a zone that nobody knows. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    // Intl throws for a name that it doesn't know.
    return false
  }
}

export const districtSchema = z.object({
  name: z.string().min(1).max(200),
  /** IANA name; working days are counted in it. */
  timeZone: z.string().min(1).max(80).refine(isTimeZone),
  /** Days on which nobody is expected to work, besides Saturday and Sunday. */
  holidays: z.array(z.object({ day: dayInput, name: z.string().max(200) })).max(400),
})

export type District = z.infer<typeof districtSchema>

/** The one id under which a district describes itself. */
export const districtId = 'district'

export const DistrictRecord = recordType<District>({
  kind: 'district',
  schema: districtSchema,
  version: 1,
  seats: () => [{ stream: 'catalog', view: 'all' }],
})
