import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

export const districtSchema = z.object({
  name: z.string().min(1).max(200),
  /** IANA name; working days are counted in it. */
  timeZone: z.string().min(1).max(80),
  /** Days on which nobody is expected to work, besides Saturday and Sunday. */
  holidays: z.array(z.object({ day: z.string(), name: z.string().max(200) })).max(400),
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
