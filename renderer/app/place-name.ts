import type { Words } from '../../words/words.ts'

/** A place's name; a place that the words don't know shows its id, so that a test sees it. */
export function placeName(words: Words, id: string): string {
  const labels: Readonly<Record<string, string>> = words.frame.place
  return labels[id] ?? id
}
