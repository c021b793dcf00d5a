import { z } from 'zod'

/** What a worker tells of a run. */
export const toldRun = z.object({
  seed: z.number(),
  onFiles: z.boolean(),
  mistake: z.string().optional(),
  directed: z.string().optional(),
  steps: z.number(),
  hash: z.string(),
  counts: z.array(z.tuple([z.string(), z.number()])),
  broken: z
    .object({
      step: z.number(),
      invariant: z.string(),
      said: z.string(),
      trace: z.array(z.string()),
    })
    .optional(),
})
export type ToldRun = z.infer<typeof toldRun>
