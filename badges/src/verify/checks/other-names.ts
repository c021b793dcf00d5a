import { knownContexts } from '../../json-ld/contexts.ts'
import {
  isList,
  isObject,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { meaningsMax, undefinedTermsMax } from '../../limits.ts'

/** Keywords with which a document says something at another place than where a reader looks for it. */
const keywords: ReadonlySet<string> = new Set([
  ...['@included', '@nest', '@graph', '@reverse', '@set', '@id', '@type', '@index'],
])

interface Words {
  /** Every IRI that a context of ours gives a name. */
  readonly iris: ReadonlySet<string>
  /** Every such name, and what prefixes stand for. */
  readonly terms: ReadonlyMap<string, string>
}

/**
 * The words of a document that mean what another word of the standards means: an IRI written out, a
 * prefix, an alias of an inline context, or a keyword that puts things elsewhere (`@included`). A
 * signature over statements holds all the same, and whoever reads the JSON by its own names misses
 * them: `result` under its IRI is a result nobody sees.
 *
 * @returns the words as they are written, at most `undefinedTermsMax`.
 */
export function otherNames(document: JsonObject): readonly string[] {
  const { proof: _, ...signed } = document
  const inline = new Map<string, Set<string>>()
  const used = new Set<string>()
  gather(signed, used, inline)
  const budget = { left: meaningsMax }
  const isOther = (word: string) => !words().terms.has(word) && meansKnown(word, inline, budget)
  return [...used].filter(isOther).slice(0, undefinedTermsMax)
}

/** Collects the words that are used, and what inline contexts say they mean, at whatever depth. */
function gather(value: JsonValue, used: Set<string>, inline: Map<string, Set<string>>): void {
  if (isList(value)) for (const item of value) gather(item, used, inline)
  if (!isObject(value)) return
  for (const [word, item] of Object.entries(value)) {
    if (word === '@context') define(item, inline)
    else {
      // The type of a value (`@value`) is no type of a thing.
      if (word !== '@type' || valueAt(value, '@value') === undefined) used.add(word)
      gather(item, used, inline)
    }
  }
}

function define(context: JsonValue, inline: Map<string, Set<string>>): void {
  if (isList(context)) for (const item of context) define(item, inline)
  if (!isObject(context)) return
  for (const [word, definition] of Object.entries(context)) {
    const isReverse = valueAt(definition, '@reverse') !== undefined
    const nest = textOf(valueAt(definition, '@nest'))
    const meaning = textOf(definition) ?? textOf(valueAt(definition, '@id')) ?? ''
    const meanings = inline.get(word) ?? new Set<string>()
    for (const one of [meaning, isReverse ? '@reverse' : '', nest === null ? '' : '@nest'])
      if (one !== '' && one !== word) meanings.add(one)
    inline.set(word, meanings)
    const scoped = valueAt(definition, '@context')
    if (scoped !== undefined) define(scoped, inline)
  }
}

/** Follows what a word may mean, each meaning once; what is too long to follow is taken for hidden. */
function meansKnown(
  word: string,
  inline: ReadonlyMap<string, ReadonlySet<string>>,
  budget: { left: number },
): boolean {
  const { iris, terms } = words()
  const meanings = new Set([word])
  for (const meaning of meanings) {
    budget.left -= 1
    const isKnown = keywords.has(meaning) || iris.has(meaning)
    if (budget.left < 0 || isKnown || (meaning !== word && terms.has(meaning))) return true
    for (const next of inline.get(meaning) ?? []) meanings.add(next)
    const colon = meaning.indexOf(':')
    if (colon < 1 || meaning.startsWith('//', colon + 1)) continue
    const [prefix, rest] = [meaning.slice(0, colon), meaning.slice(colon + 1)]
    const known = terms.get(prefix)
    for (const base of [...(inline.get(prefix) ?? []), ...(known === undefined ? [] : [known])])
      // A prefix that stands for itself would only make ever longer words.
      if (!base.startsWith(`${prefix}:`)) meanings.add(base + rest)
  }
  return false
}

let made: Words | null = null

function words(): Words {
  made ??= wordsOfContexts()
  return made
}

function wordsOfContexts(): Words {
  const iris = new Set<string>()
  const terms = new Map<string, string>()
  const visit = (context: unknown): void => {
    if (Array.isArray(context)) for (const item of context) visit(item)
    if (typeof context !== 'object' || context === null || Array.isArray(context)) return
    for (const [term, definition] of Object.entries(context)) {
      if (term.startsWith('@')) continue
      const id: unknown = typeof definition === 'object' ? definition?.['@id'] : definition
      if (typeof id === 'string') terms.set(term, id)
      visit(typeof definition === 'object' ? definition?.['@context'] : null)
    }
  }
  for (const context of knownContexts.values())
    if (typeof context === 'object' && context !== null && '@context' in context)
      visit(context['@context'])
  for (const id of terms.values()) {
    const [prefix, rest] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
    const base = terms.get(prefix)
    if (!id.startsWith('@')) iris.add(base === undefined ? id : base + rest)
  }
  return { iris, terms }
}
