import { open } from '../../detect/open.ts'
import { isObject, type JsonObject } from '../../json/value.ts'
import { refused, type Refusal } from '../../refusal.ts'
import { textOfUtf8 } from '../../bytes/text.ts'
import type { Case } from '../case.ts'
import type { Evidence } from '../report.ts'
import { consult } from '../trust-bundle.ts'

/** What the bundle holds at an address. */
export interface DocumentAt {
  /** The JSON object there, or the one in the picture there. */
  readonly document: JsonObject | null
  /** What is there as text, where it is no JSON object: a key in PEM. */
  readonly text: string | null
  /** HTTP 410: there was something, and its owner has taken it back. */
  readonly isGone: boolean
  /** Why there is no document. */
  readonly refusal: Refusal | null
  readonly known: { readonly evidence: Evidence; readonly asOf: number }
}

type Place = Pick<Case, 'bundle' | 'at'>

/**
 * Takes a document of an older badge from the bundle. Of the answers that are no document, 410 tells
 * something all the same (OB 2.0 #HostedBadge).
 *
 * @returns null where nobody has retrieved it.
 */
export function documentAt({ bundle, at }: Place, url: string): DocumentAt | null {
  const kept = bundle.documents.get(url)
  if (kept?.httpStatus === 410) {
    const { source, fetchedAt } = kept
    const evidence = { url, source, fetchedAt, ageMs: Math.max(0, at - fetchedAt) }
    const known = { evidence, asOf: fetchedAt }
    return { document: null, text: null, isGone: true, refusal: null, known }
  }
  const consulted = consult(bundle, url, at)
  if (consulted === null) return null
  const { json, evidence, asOf } = consulted
  const found = { isGone: false, known: { evidence, asOf } }
  if (json.ok && isObject(json.value))
    return { ...found, document: json.value, text: null, refusal: null }
  const pictured = kept?.content instanceof Uint8Array ? open(kept.content).content : null
  if (pictured?.as === 'json')
    return { ...found, document: pictured.document, text: null, refusal: null }
  const text = kept?.content instanceof Uint8Array ? textOfUtf8(kept.content) : kept?.content
  const { refusal } = json.ok ? refused('PARSING_ERROR', { reason: 'not a JSON object' }) : json
  return { ...found, document: null, text: typeof text === 'string' ? text : null, refusal }
}
