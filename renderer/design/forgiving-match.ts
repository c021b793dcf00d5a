/** A typed word this short has to be spelt right. */
const lettersForOneSlip = 4
const lettersForTwoSlips = 8

/**
 * Whether each word that was typed begins a word of `text`, in any order; case, accents and a slip or two of the finger
 * are forgiven.
 */
export function forgivingMatch(text: string, typed: string): boolean {
  const words = plainWords(text)
  return plainWords(typed).every(sought => words.some(word => begins(word, sought)))
}

const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

function begins(word: string, sought: string): boolean {
  if (word.startsWith(sought)) return true
  const slipsMax =
    sought.length < lettersForOneSlip ? 0 : sought.length < lettersForTwoSlips ? 1 : 2
  return slipsMax > 0 && slipsToBegin(word, sought) <= slipsMax
}

/** Fewest letters to add, drop, change or swap with a neighbour until `sought` begins `word`. */
function slipsToBegin(word: string, sought: string): number {
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, n) => n)
  for (let i = 1; i <= sought.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= word.length; j += 1) {
      const same = sought[i - 1] === word[j - 1]
      const swapped =
        i > 1 && j > 1 && sought[i - 1] === word[j - 2] && sought[i - 2] === word[j - 1]
      next.push(
        Math.min(
          at(row, j) + 1,
          at(next, j - 1) + 1,
          at(row, j - 1) + (same ? 0 : 1),
          swapped ? at(before, j - 2) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return Math.min(...row)
}

const at = (row: readonly number[], n: number): number => row[n] ?? Infinity
