import { knownContexts } from './contexts.ts'

/** Every word that a context of ours defines, at whatever depth. */
export interface KnownWords {
  /** Every IRI that one of them gives a name. */
  readonly iris: ReadonlySet<string>
  /** Every such name, with all it means in one context or another: `@id` and `@type` for `id` and `type`. */
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>
  /** Such names whose value is JSON of somebody's own (`jsonSchema`), signed as one literal. */
  readonly literals: ReadonlySet<string>
}

let made: KnownWords | null = null

/** @returns the words of all contexts this package knows; worked out once. */
export function knownWords(): KnownWords {
  made ??= wordsOfContexts()
  return made
}

/**
 * @returns whether a known word is the name of a type. Types begin with a capital or a digit in all our contexts,
 * properties never: `Criteria` and `criteria` are one IRI, and only one of them is a property.
 */
export function isNameOfType(word: string): boolean {
  return /^[A-Z0-9]/.test(word)
}

/** @returns the words that those of some contexts define which we know, at whatever depth. */
export function wordsOf(urls: Iterable<string>): ReadonlySet<string> {
  return new Set(gathered([...urls].map(url => knownContexts.get(url))).terms.keys())
}

interface Gathered {
  readonly terms: Map<string, Set<string>>
  readonly literals: Set<string>
}

function wordsOfContexts(): KnownWords {
  const { terms, literals } = gathered(knownContexts.values())
  for (const meanings of terms.values())
    for (const meaning of [...meanings]) {
      const [prefix = '', ...rest] = meaning.split(':')
      for (const base of terms.get(prefix) ?? []) meanings.add(base + rest.join(':'))
    }
  const iris = [...terms.values()].flatMap(meanings => [...meanings])
  return { iris: new Set(iris.filter(iri => !iri.startsWith('@'))), terms, literals }
}

function gathered(contexts: Iterable<unknown>): Gathered {
  const into: Gathered = { terms: new Map(), literals: new Set() }
  for (const context of contexts)
    if (typeof context === 'object' && context !== null && '@context' in context)
      gather(context['@context'], into)
  return into
}

function gather(context: unknown, into: Gathered): void {
  if (Array.isArray(context)) for (const item of context) gather(item, into)
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return
  for (const [term, definition] of Object.entries(context)) {
    if (term.startsWith('@')) continue
    const isNode = typeof definition === 'object' && definition !== null
    const id: unknown = isNode ? definition['@id'] : definition
    if (typeof id === 'string') into.terms.set(term, (into.terms.get(term) ?? new Set()).add(id))
    if (!isNode) continue
    if (definition['@type'] === '@json') into.literals.add(term)
    gather(definition['@context'], into)
  }
}
