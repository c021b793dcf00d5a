import { isObject, listOf, textOf, valueAt, type JsonValue } from '../../json/value.ts'
import { knownWords } from '../../json-ld/known-words.ts'
import { meaningsMax } from '../../limits.ts'
import type { Contexts } from './contexts-within.ts'

/** Words that a document brings itself, and what each may mean: one word may be defined several times. */
export type OwnWords = ReadonlyMap<string, ReadonlySet<string>>

/** @returns the words of inline contexts and of a bundle's, with all their meanings as they are written. */
export function ownWordsOf({ inline, brought }: Contexts): OwnWords {
  const words = new Map<string, Set<string>>()
  for (const context of [...inline, ...brought])
    for (const [word, definition] of Object.entries(context)) {
      const meanings = words.get(word) ?? new Set<string>()
      for (const meaning of meaningsOf(definition)) if (meaning !== word) meanings.add(meaning)
      words.set(word, meanings)
    }
  return words
}

/**
 * @returns own words whose value is JSON that is signed as one literal, wherever they are defined: what is in it
 * are no words and no ids.
 */
export function ownLiteralsOf({ inline, brought }: Contexts): ReadonlySet<string> {
  const isLiteral = new Map<string, boolean>()
  for (const [word, definition] of [...inline, ...brought].flatMap(each => Object.entries(each))) {
    const isJson = textOf(valueAt(definition, '@type')) === '@json'
    const isPlain = valueAt(definition, '@container') === undefined
    isLiteral.set(word, isJson && isPlain && isLiteral.get(word) !== false)
  }
  return new Set([...isLiteral].flatMap(([word, isOne]) => (isOne ? [word] : [])))
}

/** Containers that leave every value where it stands; others put an id, a type or a graph into a key. */
const plainContainers: ReadonlySet<string> = new Set(['@set', '@list', '@language'])

function meaningsOf(definition: JsonValue): readonly string[] {
  const plain = textOf(definition)
  if (plain !== null) return [plain]
  if (!isObject(definition)) return []
  const containers = listOf(valueAt(definition, '@container')).map(item => textOf(item) ?? '@index')
  return [
    ...['@id', '@reverse', '@nest'].map(key => textOf(valueAt(definition, key)) ?? ''),
    ...['@reverse', '@nest'].filter(key => valueAt(definition, key) !== undefined),
    ...containers.filter(container => !plainContainers.has(container)),
  ].filter(meaning => meaning !== '')
}

/**
 * Follows what a word may mean through own words and prefixes, each meaning once.
 *
 * @param budget how many more meanings may be followed for this document.
 * @returns all meanings, the word first; null where there are too many to tell.
 */
export function followed(
  word: string,
  own: OwnWords,
  budget: { left: number },
): ReadonlySet<string> | null {
  const { terms } = knownWords()
  const meanings = new Set([word])
  for (const meaning of meanings) {
    budget.left -= 1
    if (budget.left < 0) return null
    for (const next of own.get(meaning) ?? []) meanings.add(next)
    const colon = meaning.indexOf(':')
    if (colon < 1 || meaning.startsWith('//', colon + 1)) continue
    const [prefix, rest] = [meaning.slice(0, colon), meaning.slice(colon + 1)]
    for (const base of [...(own.get(prefix) ?? []), ...(terms.get(prefix) ?? [])])
      // A prefix that stands for itself would only make ever longer words.
      if (!base.startsWith(`${prefix}:`)) meanings.add(base + rest)
  }
  return meanings
}

/** @returns a fresh budget for one document. */
export function meaningsBudget(): { left: number } {
  return { left: meaningsMax }
}
