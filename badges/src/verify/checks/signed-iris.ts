import {
  isList,
  isObject,
  listOf,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { knownWords } from '../../json-ld/known-words.ts'
import { followed, type OwnWords } from './own-words.ts'

/** What canonical statements are about, and what they say of the credential itself. */
export interface Signed {
  readonly subjects: ReadonlySet<string>
  /** Subjects, and what statements point to; no types, which are words. */
  readonly iris: ReadonlySet<string>
}

const statement = /^(<[^>]*>|_:\S+) <([^>]*)> (<[^>]*>)?/
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** @returns the IRIs of canonical N-Quads, without their angle brackets. */
export function signedOf(canonical: string): Signed {
  const subjects = new Set<string>()
  const iris = new Set<string>()
  for (const line of canonical.split('\n')) {
    const [, subject = '', property = '', object = ''] = statement.exec(line) ?? []
    if (subject.startsWith('<')) subjects.add(subject.slice(1, -1))
    if (object !== '' && property !== rdfType) iris.add(object.slice(1, -1))
  }
  for (const subject of subjects) iris.add(subject)
  return { subjects, iris }
}

/**
 * Ids and addresses that are not signed as they are written: with a prefix, say, so that one reads
 * `mailto:ria@…` where `mailto:maria@…` was signed, or as a node without a name (`_:b0`), which can be put in two
 * places. An id must be signed to the letter; another text of a known word must not stand for a signed IRI.
 *
 * @param literals words whose value is JSON of somebody's own.
 * @param budget what may be followed for this document; where it is spent, texts count as rewritten.
 * @returns the texts as they are written.
 */
export function rewrittenIris(
  document: JsonObject,
  signed: Signed,
  own: OwnWords,
  literals: ReadonlySet<string>,
  budget: { left: number },
): readonly string[] {
  const { proof, ...rest } = document
  const found = new Set<string>()
  const isOwn = (text: string): boolean => own.has(text) || own.has(prefixOf(text))
  const id = textOf(valueAt(document, 'id'))
  // That its text is signed somewhere says nothing where an own prefix makes another of it.
  if (id !== null && (!signed.subjects.has(id) || isOwn(id))) found.add(id)
  const isRewritten = (text: string): boolean => {
    if (/\s/.test(text) || !text.includes(':')) return false
    if (signed.iris.has(text) && !isOwn(text)) return false
    if (!mayBePrefixed(text, own)) return false
    const meanings = followed(text, own, budget)
    return meanings === null || [...meanings].some(meaning => signed.iris.has(meaning))
  }
  visit(rest, literals, text => !signed.iris.has(text) || isOwn(text), isRewritten, found)
  // The options of a proof are signed apart, under the same contexts.
  visit(proof ?? null, literals, isOwn, isOwn, found)
  return [...found]
}

function mayBePrefixed(text: string, own: OwnWords): boolean {
  const prefix = prefixOf(text)
  return own.has(text) || own.has(prefix) || knownWords().terms.has(prefix)
}

function prefixOf(text: string): string {
  return text.slice(0, Math.max(0, text.indexOf(':')))
}

function visit(
  value: JsonValue,
  literals: ReadonlySet<string>,
  isOtherId: (text: string) => boolean,
  isRewritten: (text: string) => boolean,
  found: Set<string>,
): void {
  if (isList(value)) for (const item of value) visit(item, literals, isOtherId, isRewritten, found)
  if (!isObject(value)) return
  for (const [word, item] of Object.entries(value)) {
    const isLiteral = word === '@value' || literals.has(word)
    if (isLiteral || word === '@context' || word === 'type') continue
    // What an own word points to is its own business.
    const isOdd = word === 'id' ? isOtherId : knownWords().terms.has(word) ? isRewritten : null
    for (const text of listOf(item))
      if (typeof text === 'string' && isOdd?.(text) === true) found.add(text)
    visit(item, literals, isOtherId, isRewritten, found)
  }
}
