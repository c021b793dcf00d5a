import { z } from 'zod'

const readySchema = z.object({
  address: z.url(),
  viewerOrigin: z.url(),
  /** The address with its key, good for one opening. */
  startLink: z.url(),
  /** It was open on this data already; this is a way into that one. */
  already: z.boolean().optional(),
})

/** What the device program says once it answers. */
export type Ready = z.infer<typeof readySchema>

const mark = 'ready '

/** Reads a line that the device program printed; `undefined` for any other line. */
export function readyIn(line: string): Ready | undefined {
  if (!line.startsWith(mark)) return undefined
  try {
    return readySchema.parse(JSON.parse(line.slice(mark.length)))
  } catch (error) {
    throw new Error('the device program said that it is ready, but not where', { cause: error })
  }
}
