const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** How many words a text has, as a person would count them: numbers count, punctuation doesn't. */
export function countWords(text: string): number {
  let count = 0
  for (const piece of segmenter.segment(text)) if (piece.isWordLike === true) count += 1
  return count
}
