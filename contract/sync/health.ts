import { z } from 'zod'
import { findingSchema } from '../../core/health/finding.ts'

/** Record health, for administrators. A code that is new to a computer is passed over by it. */
export const healthReply = z.object({
  /** Epoch ms, by the district's clock. */
  at: z.number(),
  findings: z.array(findingSchema.extend({ code: z.string().max(40) })).max(200),
})
export type HealthReply = z.infer<typeof healthReply>
