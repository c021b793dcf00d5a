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

/** The most days that a record holds: four or five school years, with their summers. */
export const holidaysMax = 400

/** A day on which nobody is expected to work; its name may be empty. */
export const holidaySchema = z.object({ day: dayInput, name: z.string().max(200) })
export type Holiday = z.infer<typeof holidaySchema>

export const districtSchema = z.object({
  name: z.string().min(1).max(200),
  /** IANA name; working days are counted in it. */
  timeZone: z.string().min(1).max(80).refine(isTimeZone),
  /** Days on which nobody is expected to work, besides Saturday and Sunday. */
  holidays: z.array(holidaySchema).max(holidaysMax),
})

export type District = z.infer<typeof districtSchema>

/** The one id under which a district describes itself. */
export const districtId = 'district'

export const DistrictRecord = recordType<District>({
  kind: 'district',
  schema: districtSchema,
  version: 1,
  seats: () => [
    { stream: 'catalog', view: 'all' },
    // Nobody reads it: the district's own reactions follow it.
    { stream: 'district', view: 'all' },
  ],
})
