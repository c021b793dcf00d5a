import { z } from 'zod'

/** An id as a command carries it. */
export const idInput = z.string().min(1).max(80)

/** A long text that a person writes, and the text it started from, for merging. */
export const textInput = z.object({ text: z.string().max(60_000), base: z.string().max(60_000) })

/** A calendar day, `YYYY-MM-DD`. */
export const dayInput = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
