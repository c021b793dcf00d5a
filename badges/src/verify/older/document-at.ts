import { open } from '../../detect/open.ts'
import { isObject, type JsonObject } from '../../json/value.ts'
import { refused, type Refusal } from '../../refusal.ts'
import { textOfUtf8 } from '../../bytes/text.ts'
import type { Case } from '../case.ts'
import type { Evidence } from '../report.ts'
import { isRedirected } from '../redirected.ts'
import { consult, evidenceOf } from '../trust-bundle.ts'

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
 * Takes a document of an older badge from the bundle. Nothing but its place vouches for it, so what was
 * found on another site is nobody's word, whatever it says. Of the answers that are no document, 410
 * tells something all the same (OB 2.0 #HostedBadge).
 *
 * @returns null where nobody has retrieved it.
 */
export function documentAt(place: Place, url: string): DocumentAt | null {
  const found = anythingAt(place, url)
  if (found === null || found.isGone || !isRedirected(place.bundle, url)) return found
  const finalUrl = (found.known.evidence.finalUrl ?? '').slice(0, 500)
  const { refusal } = refused('REDIRECTED', { url: url.slice(0, 500), finalUrl })
  return { ...found, document: null, text: null, refusal }
}

/** @returns what is at an address, wherever that led: for what has to prove itself all the same. */
export function anythingAt({ bundle, at }: Place, url: string): DocumentAt | null {
  const kept = bundle.documents.get(url)
  if (kept?.httpStatus === 410) {
    const known = { evidence: evidenceOf(kept, url, at), asOf: kept.fetchedAt }
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
