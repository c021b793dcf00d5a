import {
  isObject,
  listOf,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'
import { ownWordStepsMax } from '../limits.ts'

/**
 * How long an IRI the words of inline contexts can make, beyond what was defined before them: a word may be
 * built on others (`b:` on `a:`, and so on), and each use of it writes all of that out.
 *
 * @param stated the value of one `@context`: its entries build on one another.
 * @returns characters at most, without the contexts inside of definitions; Infinity where words are built on one
 * another in more than `ownWordStepsMax` steps.
 */
export function longestIri(stated: JsonValue): number {
  return listOf(stated)
    .filter(isObject)
    .reduce((sum, context) => sum + longestOf(context), 0)
}

function longestOf(context: JsonObject): number {
  const known = new Map<string, number>()
  const ofWord = (word: string, steps: number): number => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (steps > ownWordStepsMax) return Infinity
    // Words that stand for one another in a circle are an error to the processor.
    known.set(word, 0)
    const texts = [word, ...textsIn(context[word] ?? null)]
    const length = texts.reduce((most, text) => Math.max(most, ofText(text, word, steps)), 0)
    known.set(word, length)
    return length
  }
  const ofText = (text: string, word: string, steps: number): number => {
    const prefix = text.slice(0, Math.max(0, text.indexOf(':')))
    const base = [text, prefix].find(other => other !== word && Object.hasOwn(context, other))
    return text.length + (base === undefined ? 0 : ofWord(base, steps + 1))
  }
  // What has no prefix is put behind `@vocab`.
  const vocabulary = textOf(valueAt(context, '@vocab'))?.length ?? 0
  return (
    Object.keys(context).reduce((most, word) => Math.max(most, ofWord(word, 0)), 0) + vocabulary
  )
}

/** @returns every text of a definition but those of a context inside. */
function textsIn(definition: JsonValue): readonly string[] {
  const parts = isObject(definition)
    ? Object.entries(definition).flatMap(([key, part]) => (key === '@context' ? [] : listOf(part)))
    : [definition]
  return parts.filter(part => typeof part === 'string')
}
