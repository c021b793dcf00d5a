/**
 * A line of text as the lines that fit into a width, broken at blanks, and within a word only where it alone is too
 * wide. `widthOf`: of one letter, in the unit of `width`; the report's font has no letters that move closer together.
 */
export function brokenLines(
  line: string,
  width: number,
  widthOf: (letter: string) => number,
): readonly string[] {
  const lines: string[] = []
  let letters: string[] = []
  let used = 0
  let blank = -1
  for (const letter of line) {
    const more = widthOf(letter)
    if (used + more > width && letters.length > 0) {
      // The blank that a line is broken at is not drawn.
      const at = letter === ' ' ? letters.length : blank
      lines.push(letters.slice(0, at === -1 ? letters.length : at).join(''))
      letters = at === -1 ? [] : letters.slice(at + 1)
      used = letters.reduce((sum, one) => sum + widthOf(one), 0)
      blank = letters.lastIndexOf(' ')
      if (letter === ' ') continue
    }
    if (letter === ' ') blank = letters.length
    letters.push(letter)
    used += more
  }
  return [...lines, letters.join('')]
}
