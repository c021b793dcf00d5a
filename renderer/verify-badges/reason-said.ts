import type { Words } from '../../words/words.ts'
import { codeSaid } from './mark-said.ts'
import { causeOf, type Found } from './verdict.ts'

/** Why something doesn't hold, isn't known, or could not be read, in a sentence; empty where everything holds. */
export function reasonSaid(words: Words, found: Found): string {
  if (found.as === 'refused') {
    const { code, facts } = found.error
    return words.door[code].said(facts ?? {})
  }
  const { verified } = found
  // What isn't a badge explains itself by the first check, which reads it.
  const because = verified.kind === 'none' ? verified.marks.signature : causeOf(verified)?.because
  return because === undefined ? '' : codeSaid(words, because.code, because.facts)
}
