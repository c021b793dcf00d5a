import { didWebToUrl } from '../../did/did-web.ts'
import { isObject, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Evidence } from '../report.ts'
import { isRedirected } from '../redirected.ts'
import { consult, type Consulted } from '../trust-bundle.ts'

/** The document in which an identifier says of itself what it is, as the bundle has it. */
export interface OwnDocument {
  readonly url: string
  /** Null where what is there is not the document of this identifier. */
  readonly document: JsonObject | null
  /** Whether it came from another site, so that it is nobody's own word. */
  readonly isElsewhere: boolean
  readonly evidence: Evidence
  readonly asOf: number
}

/** @returns where an identifier's document would be, or null where it can have none. */
export function documentUrlOf(id: string): string | null {
  if (/^https:\/\/[^/\s]+/.test(id)) return id
  if (!id.startsWith('did:') || /^did:(key|jwk):/.test(id)) return null
  const url = didWebToUrl(id)
  // Another DID method may have a document; where is not ours to know.
  return url.ok ? url.value : id
}

/** @returns the document of a DID or HTTPS identifier, or null where the bundle has none. */
export function ownDocument(the: Case, id: string): OwnDocument | null {
  const url = documentUrlOf(id)
  if (url === null) return null
  const consulted = consultFirst(the, [id, url])
  if (consulted === null) return null
  const { json, evidence, asOf } = consulted
  const isElsewhere = isRedirected(the.bundle, evidence.url ?? url)
  const value = json.ok && !isElsewhere ? json.value : null
  const document = isObject(value) && textOf(valueAt(value, 'id')) === id ? value : null
  return { url, document, isElsewhere, evidence, asOf }
}

/**
 * Looks under each name a document may be filed by. Where none is there, only the last is asked for:
 * it is the address that could be fetched.
 */
export function consultFirst(the: Case, names: readonly string[]): Consulted | null {
  const name = names.find(known => the.bundle.documents.has(known)) ?? names.at(-1) ?? ''
  return consult(the.bundle, name, the.at)
}
