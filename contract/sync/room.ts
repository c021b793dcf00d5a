import { z } from 'zod'

/** How much room the district has for one person's files, and how much of it is taken (bytes, files). */
export const roomReply = z.object({
  usedBytes: z.number(),
  bytesMax: z.number(),
  files: z.number(),
  filesMax: z.number(),
})
export type Room = z.infer<typeof roomReply>
