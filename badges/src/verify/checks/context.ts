import {
  credentialsV1,
  credentialsV2,
  isClrContext,
  isOpenBadgesContext,
  knownContexts,
} from '../../json-ld/contexts.ts'
import {
  isList,
  isObject,
  listOf,
  textOf,
  textsOf,
  valueAt,
  type JsonValue,
} from '../../json/value.ts'
import { contextsMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

const base = { id: 'context', about: '/@context', spec: 'OB 3.0 #contexts; VCDM 2.0 section 4.3' }

/** Words of an inline context that change the meaning of every other word. */
const forbidden = ['@vocab', '@base', '@import', '@propagate']

/**
 * Whether every context is one we know, the VC context comes first and the badge's second, and no
 * inline context redefines everything. Swapping contexts leaves the signature good, so the order is
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

  const used = contextsWithin(the.document)
  if (used.urls.size + used.inline.length > contextsMax)
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
  const words = used.inline.length === 0 ? null : wordsOf(the, used.urls)
  const redefining = used.inline.flat().find(key => forbidden.includes(key) || words?.has(key))
  if (redefining !== undefined)
    return failed(
      'CONTEXT_REDEFINES',
      { word: redefining },
      'A context inside the badge redefines its words.',
    )
  const unknown = [...used.urls].filter(
    url => !knownContexts.has(url) && the.contextAt(url) === null,
  )
  if (unknown.length > 0)
    return {
      ...base,
      outcome: 'unknown',
      code: 'UNKNOWN_CONTEXT',
      facts: { urls: unknown.slice(0, 10) },
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

interface Contexts {
  readonly urls: ReadonlySet<string>
  /** The words each inline context defines. */
  readonly inline: readonly (readonly string[])[]
  /** Whether an entry is null, which drops every word defined before. */
  readonly hasReset: boolean
}

/** Every word that the named contexts define, at any depth: an inline context may define none of them. */
function wordsOf(the: Case, urls: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    for (const [key, inner] of Object.entries(node)) {
      if (!key.startsWith('@')) words.add(key)
      visit(inner)
    }
  }
  for (const url of urls) visit(knownContexts.get(url) ?? the.contextAt(url))
  return words
}

/** Every context in the document, also those deep inside; the depth was capped when parsing. */
function contextsWithin(value: JsonValue): Contexts {
  const urls = new Set<string>()
  const inline: string[][] = []
  let hasReset = false
  const visit = (node: JsonValue) => {
    if (isList(node)) for (const item of node) visit(item)
    if (!isObject(node)) return
    for (const [key, inner] of Object.entries(node)) {
      if (key !== '@context') visit(inner)
      else
        for (const entry of listOf(inner)) {
          if (typeof entry === 'string') urls.add(entry)
          else if (isObject(entry)) inline.push(Object.keys(entry))
          else hasReset = true
        }
    }
  }
  visit(value)
  return { urls, inline, hasReset }
}
