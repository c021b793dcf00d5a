import { literataLetters } from '../../content/letters/literata.ts'

/** At most so many letters of one line of a text are drawn; the document keeps the text itself beside them. */
export const drawnLettersMax = 600

/**
 * A line in the letters that the report's font has: a letter that is not among them without its marks, and else its
 * number. A line that is too long ends in `…`, never within a number.
 */
export function drawnLetters(line: string, lettersMax = drawnLettersMax): string {
  let drawn = ''
  for (const letter of line.normalize('NFC')) {
    const next = isDrawn(letter) ? letter : plain(letter)
    if (drawn.length + next.length >= lettersMax) return `${drawn}…`
    drawn += next
  }
  return drawn
}

function isDrawn(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return literataLetters.some(([first, last]) => code >= first && code <= last)
}

function plain(letter: string): string {
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (bare !== '' && [...bare].every(isDrawn)) return bare
  const code = letter.codePointAt(0) ?? 0
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}
