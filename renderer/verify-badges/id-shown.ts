/** So many letters of an id that only a program made stay on each side of what is left out. */
const endLetters = 4

/**
 * An id as a list shows it, where its whole length would fill a cell line by line: its beginning and its end. A host is
 * never shortened, nor is anything that is no id; whoever asks why gets it whole.
 */
export function idShown(text: string): string {
  const [, head, rest] =
    /^(did:web:[^\s:]+:|did:(?!web:)[a-z0-9]+:|urn:[a-z0-9-]+:)(\S+)$/.exec(text) ?? []
  if (head === undefined || rest === undefined || rest.length <= 3 * endLetters) return text
  return `${head}${rest.slice(0, endLetters)}…${rest.slice(-endLetters)}`
}
