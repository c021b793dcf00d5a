import {
  isList,
  isObject,
  listOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { isNameOfType, knownWords } from '../../json-ld/known-words.ts'
import { followed, type OwnWords } from './own-words.ts'

/** Keywords that say something where it is looked for; all others, `@included` say, put it elsewhere. */
const keywords: ReadonlySet<string> = new Set(['@value', '@language', '@direction'])

/**
 * The words of a document that mean what another word of the standards means: an IRI written out, a
 * prefix, an alias of an inline context, a type for a property (`Criteria`), or a keyword that puts things
 * elsewhere (`@included`). A signature over statements holds all the same, and whoever reads the JSON by its
 * own names misses them: `result` under its IRI is a result nobody sees.
 *
 * @param literals words whose value is JSON of somebody's own.
 * @param budget what may be followed for this document; where it is spent, words count as hidden.
 * @returns the words as they are written.
 */
export function otherNames(
  document: JsonObject,
  own: OwnWords,
  literals: ReadonlySet<string>,
  budget: { left: number },
): readonly string[] {
  const { proof: _, ...signed } = document
  const used = { properties: new Set<string>(), types: new Set<string>() }
  gather(signed, literals, used)
  const { terms } = knownWords()
  const isOther = (word: string) => !terms.has(word) && meansKnown(word, own, budget)
  return [
    ...[...used.properties].filter(word => terms.has(word) && isNameOfType(word)),
    ...[...used.properties].filter(isOther),
    ...[...used.types].filter(word => terms.has(word) && !isNameOfType(word)),
    ...[...used.types].filter(isOther),
  ]
}

function gather(
  value: JsonValue,
  literals: ReadonlySet<string>,
  used: { readonly properties: Set<string>; readonly types: Set<string> },
): void {
  if (isList(value)) for (const item of value) gather(item, literals, used)
  if (!isObject(value)) return
  const isLiteral = valueAt(value, '@value') !== undefined
  for (const [word, item] of Object.entries(value)) {
    if (word === '@context') continue
    // The type of a value (`@value`) is no type of a thing.
    if (word === 'type')
      for (const type of listOf(item)) if (typeof type === 'string') used.types.add(type)
    if (!keywords.has(word) && !(isLiteral && word === '@type')) used.properties.add(word)
    if (word !== '@value' && !literals.has(word)) gather(item, literals, used)
  }
}

function meansKnown(word: string, own: OwnWords, budget: { left: number }): boolean {
  const { iris, terms } = knownWords()
  const meanings = followed(word, own, budget)
  if (meanings === null) return true
  return [...meanings].some(
    meaning =>
      meaning.startsWith('@') || iris.has(meaning) || (meaning !== word && terms.has(meaning)),
  )
}
