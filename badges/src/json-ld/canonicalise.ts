import jsonld, { type ProcessingEvent, type Quad, type RemoteDocument } from 'jsonld'
import canonizer from 'rdf-canonize'
import { isList, isObject, listOf, type JsonObject, type JsonValue } from '../json/value.ts'
import {
  canonicaliseMsMax,
  contextStepsMax,
  deepIterationsMax,
  expandMsMax,
  ownIriCharactersMax,
  quadsCharactersMax,
  quadsMax,
  undefinedTermsMax,
} from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'
import { knownContexts } from './contexts.ts'
import { CountedContexts, type ContextBudget } from './counted-contexts.ts'
import { lostKeywords } from './lost-keywords.ts'
import { tooMuch } from './too-much.ts'

/** Hash function of a suite: for its own hashes, and for the names of blank nodes. */
export type Digest = 'SHA-256' | 'SHA-384'

/** Contexts beside the known ones, by exact URL: those of a trust bundle. */
export type ContextSource = (url: string) => JsonValue | null

class ContextNotKnown extends Error {
  readonly url: string
  constructor(url: string) {
    super(`No context at hand for ${url}`)
    this.url = url
  }
}

/** Warnings of the JSON-LD processor that mean a part of the document is not signed. */
const losses = new Set([
  'free-floating scalar',
  'invalid property',
  'null @value value',
  'object with only @id',
  'object with only @language',
  'object with only @list',
  'object with only @value',
  'relative @id reference',
  'relative @type reference',
  'relative @vocab reference',
  'reserved @id value',
  'reserved @reverse value',
  'reserved term',
  'relative graph reference',
  'relative object reference',
  'relative predicate reference',
  'relative subject reference',
])

/**
 * Turns a document into RDFC-1.0 N-Quads in safe mode: a term that no context defines is an error,
 * because it would be dropped and so not be signed (Data Integrity, "securing data losslessly").
 * Contexts, statements, comparisons of blank nodes and time are capped.
 *
 * @param budget what it and others may spend together.
 * @returns the canonical text, or DATA_LOSS_DETECTION_ERROR (with the terms), UNKNOWN_CONTEXT (with
 * the URL), TOO_COMPLEX, PARSING_ERROR. Never throws for what a document holds.
 */
export async function canonicalise(
  document: JsonObject,
  contextAt: ContextSource,
  digest: Digest = 'SHA-256',
  budget: ContextBudget = { contextStepsLeft: contextStepsMax },
): Promise<Result<string>> {
  const terms = lostKeywords(document)
  if (terms.length > 0) return refused('DATA_LOSS_DETECTION_ERROR', { terms })
  const much = tooMuch(document)
  if (much !== null) return refused('TOO_COMPLEX', much)
  const load = loader(contextAt)
  const contexts = new CountedContexts(budget, hasOwnContexts(document))
  let dataset
  try {
    dataset = await toRdf(document, load, contexts, null)
  } catch (error) {
    const why = await explain(error, document, load, contexts)
    return contexts.isOver
      ? refused('TOO_COMPLEX', { contextStepsMax, expandMsMax, ownIriCharactersMax })
      : why
  }
  if (dataset.length > quadsMax)
    return refused('TOO_COMPLEX', { statements: dataset.length, quadsMax })
  const characters = charactersOf(dataset)
  if (characters > quadsCharactersMax)
    return refused('TOO_COMPLEX', { characters, quadsCharactersMax })
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort('time is up'), canonicaliseMsMax)
  try {
    const text = await canonizer.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: digest,
      maxDeepIterations: deepIterationsMax,
      signal: abort.signal,
    })
    return found(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not canonicalised'
    return refused('TOO_COMPLEX', { reason, deepIterationsMax, canonicaliseMsMax })
  } finally {
    clearTimeout(timer)
  }
}

/** @returns the length of all terms, each as often as it is used: in memory they may share their text. */
function charactersOf(dataset: readonly Quad[]): number {
  let sum = 0
  for (const { subject, predicate, object, graph } of dataset)
    for (const term of [subject, predicate, object, graph, object.datatype])
      sum += term?.value.length ?? 0
  return sum
}

/** @returns whether any context is written out or comes from elsewhere, at whatever depth. */
function hasOwnContexts(value: JsonValue): boolean {
  if (isList(value)) return value.some(hasOwnContexts)
  if (!isObject(value)) return false
  return Object.entries(value).some(([key, inner]) =>
    key === '@context'
      ? listOf(inner).some(entry => typeof entry !== 'string' || !knownContexts.has(entry))
      : hasOwnContexts(inner),
  )
}

type Load = (url: string) => Promise<RemoteDocument>

function loader(contextAt: ContextSource): Load {
  return async url => {
    const known = knownContexts.get(url)
    const context = known ?? contextAt(url)
    if (context === null || context === undefined) throw new ContextNotKnown(url)
    const remote = { contextUrl: null, documentUrl: url, document: structuredClone(context) }
    // Only our own contexts may be kept between calls: a bundle's belong to that bundle.
    return known === undefined ? remote : { ...remote, tag: 'static' }
  }
}

function toRdf(
  document: JsonObject,
  documentLoader: Load,
  contextResolver: CountedContexts,
  onEvent: ((event: ProcessingEvent) => void) | null,
) {
  return jsonld.toRDF(document, {
    safe: onEvent === null,
    base: null,
    produceGeneralizedRdf: false,
    documentLoader,
    contextResolver,
    ...(onEvent === null
      ? {}
      : {
          eventHandler: ({ event, next }) => {
            onEvent(event)
            next()
          },
        }),
  })
}

async function explain(
  error: unknown,
  document: JsonObject,
  load: Load,
  contexts: CountedContexts,
): Promise<ReturnType<typeof refused>> {
  const url = urlOfMissingContext(error)
  if (url !== null) return refused('UNKNOWN_CONTEXT', { url: url.slice(0, 500) })
  const terms = new Set<string>()
  try {
    await toRdf(document, load, contexts, event => {
      if (losses.has(event.code) && terms.size < undefinedTermsMax) terms.add(lostTerm(event))
    })
  } catch (second) {
    return refused('PARSING_ERROR', { reason: messageOf(second) })
  }
  if (terms.size > 0) return refused('DATA_LOSS_DETECTION_ERROR', { terms: [...terms] })
  return refused('PARSING_ERROR', { reason: messageOf(error) })
}

/** The loader's error arrives wrapped by the processor, as the cause in its details. */
function urlOfMissingContext(error: unknown): string | null {
  let inner: unknown = error
  for (let depth = 0; depth < 5; depth += 1) {
    if (inner instanceof ContextNotKnown) return inner.url
    if (!(inner instanceof Error)) return null
    const details: unknown = 'details' in inner ? inner.details : null
    inner =
      typeof details === 'object' && details !== null && 'cause' in details
        ? details.cause
        : inner.cause
  }
  return null
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not JSON-LD'
  const code =
    'details' in error &&
    typeof error.details === 'object' &&
    error.details !== null &&
    'code' in error.details
      ? String(error.details.code)
      : ''
  return (code === '' ? error.message : code).slice(0, 300)
}

function lostTerm(event: ProcessingEvent): string {
  const details = event.details ?? {}
  for (const key of ['property', 'type', 'id', 'value', 'term', 'reverse']) {
    const value = details[key]
    if (typeof value === 'string') return value.slice(0, 200)
  }
  return event.code
}
