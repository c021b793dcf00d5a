import {
  credentialsV1,
  credentialsV2,
  isClrContext,
  isOpenBadgesContext,
} from '../../json-ld/contexts.ts'
import { knownWords, wordsOf } from '../../json-ld/known-words.ts'
import { isObject, listOf, textOf, textsOf, valueAt, type JsonValue } from '../../json/value.ts'
import { contextsMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { contextsWithin, type Contexts } from './contexts-within.ts'
import { followed, meaningsBudget, ownWordsOf } from './own-words.ts'

const base = { id: 'context', about: '/@context', spec: 'OB 3.0 #contexts; VCDM 2.0 section 4.3' }

/** Keywords of an inline context that leave the meaning of other words alone; the rest, `@vocab` say, do not. */
const harmless: ReadonlySet<string> = new Set(['@version', '@protected', '@language', '@direction'])

/**
 * Whether every context is one we know, the VC context comes first and the badge's second, and no other, in
 * whatever place, defines a word of any known one. Swapping contexts leaves the signature good, so the order is
 * a check of its own.
 */
export function context(the: Case): Finding {
  const entries = listOf(valueAt(the.document, '@context'))
  const [first, second] = textsOf(valueAt(the.document, '@context'))
  if (entries.length === 0) return failed('MALFORMED_VALUE_ERROR', {}, 'It has no @context.')
  const odd = entries.find(entry => !isObject(entry) && !isAddress(entry))
  if (odd !== undefined)
    return failed(
      'MALFORMED_VALUE_ERROR',
      { context: (textOf(odd) ?? JSON.stringify(odd)).slice(0, 200) },
      'A context is no URL.',
    )
  const vcIsFirst = entries[0] === first && (first === credentialsV1 || first === credentialsV2)
  if (!vcIsFirst || !hasOwnSecond(the.detected.kind, the.detected.version, second))
    return failed('CONTEXT_ORDER', { first: first ?? '', second: second ?? '' }, orderMessage)

  const used = contextsWithin(the.document, the.contextAt)
  if (used.urls.size + used.inline.length + used.brought.length > contextsMax)
    return {
      ...base,
      outcome: 'unknown',
      code: 'TOO_COMPLEX',
      facts: { contextsMax },
      message: 'It has too many contexts.',
    }
  if (used.hasReset)
    return failed(
      'CONTEXT_REDEFINES',
      { word: 'null' },
      'A context inside the badge empties its words.',
    )
  const word = redefinedWord(the, used)
  if (word !== null)
    return failed('CONTEXT_REDEFINES', { word }, 'A context inside the badge redefines its words.')
  if (used.unknown.length > 0)
    return {
      ...base,
      outcome: 'unknown',
      code: 'UNKNOWN_CONTEXT',
      facts: { urls: used.unknown.slice(0, 10) },
      message: 'It uses words from a list that is not at hand.',
      remedy: 'Add the context to the trust bundle.',
    }
  return {
    ...base,
    outcome: 'pass',
    facts: { inline: used.inline.length },
    message: 'All its words come from known lists.',
  }
}

const orderMessage = 'The lists its words come from are not in the order the standard asks for.'

function failed(code: Code, facts: Facts, message: string): Finding {
  return { ...base, outcome: 'fail', code, facts, message }
}

function isAddress(value: JsonValue): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value)
}

function hasOwnSecond(kind: string, version: string | null, second: string | undefined): boolean {
  if (kind === 'badge' || kind === 'endorsement')
    return version !== '3.0' || (second !== undefined && isOpenBadgesContext(second))
  return kind !== 'clr' || (second !== undefined && isClrContext(second))
}

/**
 * @returns the first word that an inline context takes from those we know, or a bundle's context from those the
 * document uses: the bundle is trusted, and may hold contexts of other things with words of their own. Inside of
 * a definition such a word may mean something of their own too, but nothing that we know by another word.
 */
function redefinedWord(the: Case, contexts: Contexts): string | null {
  const { inline, brought, broughtInside, urls } = contexts
  const { terms, iris } = knownWords()
  const isTaken = (word: string, definition: JsonValue) =>
    word.startsWith('@') ? !harmless.has(word) : terms.has(word) && !isRepeated(word, definition)
  const written = inline
    .flatMap(context => Object.entries(context))
    .find(([word, definition]) => isTaken(word, definition))?.[0]
  // What a JWT says is signed as it is written, whatever its contexts make of it.
  if (written !== undefined || the.isSignedAsWritten || brought.length === 0) return written ?? null
  const [used, own, budget] = [wordsOf(urls), ownWordsOf(contexts), meaningsBudget()]
  const isSame = (word: string, definition: JsonValue) => {
    const meaning = textOf(definition) ?? textOf(valueAt(definition, '@id')) ?? ''
    return [...(followed(meaning, own, budget) ?? [])].some(iri => terms.get(word)?.has(iri))
  }
  const isForeign = (definition: JsonValue) => {
    const meaning = textOf(definition) ?? textOf(valueAt(definition, '@id')) ?? ''
    // Without a prefix it is another word, or stands behind a `@vocab` that may be ours.
    const meanings = meaning.includes(':') ? followed(meaning, own, budget) : null
    const isOurs = (iri: string) => iri.startsWith('@') || iris.has(iri) || terms.has(iri)
    return meanings !== null && ![...meanings].some(isOurs)
  }
  for (const context of brought)
    for (const [word, definition] of Object.entries(context)) {
      if (!used.has(word) || isSame(word, definition)) continue
      if (!broughtInside.has(context) || !isForeign(definition)) return word
    }
  return null
}

/** Whether a context says once more what a prefix (`xsd`) or `id` and `type` stand for: that takes nothing. */
function isRepeated(word: string, definition: JsonValue): boolean {
  const meaning = textOf(definition) ?? ''
  return /^@|[#/]$/.test(meaning) && knownWords().terms.get(word)?.has(meaning) === true
}
