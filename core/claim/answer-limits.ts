import { refuse } from '../kit/command.ts'
import { textCharsMax } from '../kit/input.ts'
import type { Refusal } from '../kit/refusal.ts'

/** The longest answer, and the longest sentence about AI (UTF-16 units, as `length` counts). */
export const answerLimits = { answerCharsMax: textCharsMax, aiUseCharsMax: 2_000 } as const

/**
 * The refusal of a text that is longer than `charsMax`; `undefined` where it may be stored. One that is in place
 * already can be too long, since a merge drops nothing: it may be shortened step by step (`storedChars`).
 */
export function tooLong(
  text: string,
  charsMax: number,
  storedChars: number,
): { readonly refusal: Refusal } | undefined {
  const chars = text.length
  if (chars <= charsMax || chars < storedChars) return undefined
  return refuse('text_too_long', { chars, charsMax })
}
