import { z } from 'zod'

/** Versions of texts that could not be merged, by field; see `mergeText`. */
export const asideSchema = z.record(
  z.string(),
  z.object({ text: z.string(), at: z.number(), device: z.string() }),
)
