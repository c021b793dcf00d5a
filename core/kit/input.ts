import { z } from 'zod'

/** An id as a command carries it: whole signs that every database keeps. Nothing of ours makes another. */
export const idInput = z
  .string()
  .min(1)
  .max(80)
  .refine(id => id.isWellFormed() && !id.includes('\0'))

/** The longest text that is typed into a record (UTF-16 units): about 10,000 words. */
export const textCharsMax = 60_000

const longText = z.string().max(textCharsMax)

/** A long text that a person writes, and the text it started from, for merging. */
export const textInput = z.object({ text: longText, base: longText })

/** A choice between two versions of a text, with both as the person saw them. */
export const settleInput = z.object({
  text: longText,
  seen: z.object({ stored: longText, aside: longText }),
})

/** A title is a line; longer ones are refused before they reach a record. */
export const titleCharsMax = 2_000

/** A calendar day, `YYYY-MM-DD`. */
export const dayInput = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A web address; anything but http and https is refused, `javascript:` above all. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(4_000)

/** The same, and one that there is: no February 30. */
export const realDayInput = dayInput.refine(day => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
})
