/** Signs that are not seen, or turn the order of letters round. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu

/** Scripts whose letters take another form by a joiner between them, and pictures that one puts together. */
const joined =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}' +
  '\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}' +
  '\\p{Script=Khmer}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F'
const joiner = new RegExp(`(?<=[${joined}])[\\u200C\\u200D](?=[${joined}])`, 'u')

/**
 * A stranger's text as it is shown anywhere: what is not seen stands as its number (security.md row 32), so that no name
 * looks like another one. Joiners stay where a script or a picture is written with them.
 */
export function seenLetters(text: string): string {
  return text.replaceAll(unseen, (sign, at: number) => {
    if (sign === '\n' || sign === '\t' || sign === '\r') return ' '
    if (/[\u200C\u200D]/.test(sign) && isJoining(text, at)) return sign
    return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/** Looks at the letters beside a joiner alone: a picture may be two units long. */
const isJoining = (text: string, at: number): boolean =>
  joiner.test(text.slice(Math.max(0, at - 2), at + 3))
