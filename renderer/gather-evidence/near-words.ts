import type { Evidence } from '../../core/evidence/record.ts'
import { forgivingMatch } from '../design/forgiving-match.ts'

type Read = Pick<Evidence, 'title' | 'note' | 'text'>

/** A word that pieces do say, close to one that nothing says, and how many say it. */
export interface NearWord {
  readonly sought: string
  readonly word: string
  readonly pieces: number
}

/** For the first of the words that nothing says: what it may have been meant to be, by what most pieces say. */
export function nearWord(sought: readonly string[], pieces: readonly Read[]): NearWord | undefined {
  for (const one of sought) {
    const counts = new Map<string, number>()
    for (const piece of pieces) {
      const text = `${piece.title} ${piece.note} ${piece.text ?? ''}`
      const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))
      for (const word of words)
        if (isNearlyAsLong(word, one) && forgivingMatch(word, one))
          counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
    if (best !== undefined) return { sought: one, word: best[0], pieces: best[1] }
  }
  return undefined
}

const lettersApartMax = 3

/** The match forgives beginnings; a slip of the finger makes a word little longer or shorter. */
const isNearlyAsLong = (word: string, sought: string) =>
  Math.abs(word.length - sought.length) <= lettersApartMax
