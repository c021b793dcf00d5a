import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, textOfUtf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import type { JsonValue } from '../json/value.ts'
import { refused, type Result } from '../refusal.ts'
import type { Evidence } from './report.ts'

/** One document somebody fetched for us: its bytes or its JSON, when, and where it came from. */
export interface BundleDocument {
  readonly content: Uint8Array | JsonValue
  /** Epoch ms. */
  readonly fetchedAt: number
  /** Who says so: `district record`, `fetched`, `registry X`. */
  readonly source: string
}

/** An issuer the holder of the bundle knows. */
export interface KnownIssuer {
  readonly id: string
  readonly name?: string
  readonly fetchedAt: number
  readonly source: string
}

/**
 * All a verification may know beside the badge: DID documents, controller documents, status lists
 * and contexts by exact URL (a DID document also by its DID), and known issuers. Nothing is fetched.
 */
export interface TrustBundle {
  readonly name: string
  readonly documents: ReadonlyMap<string, BundleDocument>
  readonly issuers: readonly KnownIssuer[]
}

/** A bundle that knows nothing: enough for a did:key badge without status. */
export const emptyBundle: TrustBundle = { name: 'empty', documents: new Map(), issuers: [] }

/** What a bundle says at a URL, with the evidence to report. */
export interface Consulted {
  readonly json: Result<JsonValue>
  readonly evidence: Evidence
  readonly asOf: number
}

/** @returns the document at a URL with its evidence, or null where the bundle has none. */
export function consult(bundle: TrustBundle, url: string, at: number): Consulted | null {
  const document = bundle.documents.get(url)
  if (document === undefined) return null
  const { content, fetchedAt, source } = document
  const evidence = { url, source, fetchedAt, ageMs: Math.max(0, at - fetchedAt) }
  if (!(content instanceof Uint8Array))
    return { json: { ok: true, value: content }, evidence, asOf: fetchedAt }
  const text = textOfUtf8(content)
  return {
    json:
      text === null ? refused('PARSING_ERROR', { reason: 'not UTF-8' }) : parseJson(text.trim()),
    evidence: { ...evidence, sha256: hexOf(sha256(content)) },
    asOf: fetchedAt,
  }
}
