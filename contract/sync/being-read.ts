import { z } from 'zod'

/** The most claims that one answer names: those that were taken first. */
export const beingReadMax = 500

/** A claim that a coach reads, as far as giving it back to the pool needs it: nothing that is in it. */
const takenSchema = z.object({
  claim: z.string(),
  title: z.string(),
  owner: z.string(),
  reader: z.string(),
  /** The day (`YYYY-MM-DD`) by which its person was promised an answer. */
  answerBy: z.string().optional(),
})

/** What coaches read, for officers and administrators, who are told of no such claim otherwise. */
export const beingReadReply = z.object({ claims: z.array(takenSchema).max(beingReadMax) })
export type BeingReadReply = z.infer<typeof beingReadReply>
