/** Of WinAnsi (ISO 32000-1, Annex D.2) what is not in Latin-1. */
const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

/**
 * A text in the letters that every reader of PDF has without a font: a letter that is not among them without its
 * marks, and else its number. The document keeps the text itself beside it (`ActualText`).
 */
export const winAnsi = (text: string): string =>
  [...text.normalize('NFC')].map(letter => (isDrawn(letter) ? letter : plain(letter))).join('')

function isDrawn(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return (
    letter === '\n' ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xff && code !== 0xad) ||
    (letter !== '' && beyondLatin1.includes(letter))
  )
}

function plain(letter: string): string {
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (bare !== '' && [...bare].every(isDrawn)) return bare
  const code = letter.codePointAt(0) ?? 0
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}
