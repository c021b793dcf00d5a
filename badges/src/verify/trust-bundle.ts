import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, textOfUtf8 } from '../bytes/text.ts'
import { looksLikeJws, readJws, type Jws } from '../detect/jws.ts'
import { parseJson } from '../json/parse.ts'
import type { JsonObject, JsonValue } from '../json/value.ts'
import type { EntryKind } from '../entry-kinds.ts'
import { batchDocumentsMax } from '../limits.ts'
import { Recent } from '../recent.ts'
import { found, refused, type Refusal, type Result } from '../refusal.ts'
import type { Evidence } from './report.ts'

/** One document somebody fetched for us: its bytes or its JSON, when, and where it came from. */
export interface BundleDocument {
  readonly content: Uint8Array | JsonValue
  /** Epoch ms. */
  readonly fetchedAt: number
  /** Who says so: `district record`, `fetched`, `registry X`. */
  readonly source: string
  /** What the server said, where it was not 200: 410 of a hosted badge means revoked. */
  readonly httpStatus?: number
  /** The address that answered, where the one asked for led on to another. */
  readonly finalUrl?: string
  /**
   * What it is kept as. Only a `context` is ever read as one: what a badge caused to be fetched has no
   * kind, so that no badge can bring its own dictionary along.
   */
  readonly kind?: EntryKind
}

/** An issuer the holder of the bundle knows. */
export interface KnownIssuer {
  readonly id: string
  readonly name?: string
  readonly fetchedAt: number
  /** Who says so: `district record`, `registry X`. */
  readonly source: string
  /** The registry's address, where it is from one. */
  readonly url?: string
}

/** A registry that a bundle holds, and what was made of it. */
export interface KnownRegistry {
  readonly url: string
  /** How many issuers it added to those that are known; 0 where it could not be read. */
  readonly issuers: number
  /** Why it could not be read, or not whole; null where it was. */
  readonly refusal: Refusal | null
  /** When it was last changed, as it says, epoch ms; null where it does not. */
  readonly updatedAt: number | null
}

/**
 * A key as its owner's document once stated it, kept after the document dropped or replaced it: what
 * it signed while it was in use can still be checked.
 */
export interface KeptKey {
  /** The verification method: `id`, `controller`, and the key in any form a document may use. */
  readonly method: JsonObject
  /** When it came into use and when it was retired, epoch ms; absent where not known. */
  readonly from?: number
  readonly until?: number
  /** When it was taken back because somebody else may have it, epoch ms. */
  readonly revoked?: number
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
  /** Registries that were read for issuers, and those that could not be. */
  readonly registries?: readonly KnownRegistry[]
  /** Keys kept from earlier documents; most bundles have none. */
  readonly keys?: readonly KeptKey[]
  /**
   * The newest status list that was ever seen at each address, by the time it was made, epoch ms
   * (`newestListsOf`): an older one is not gone back to.
   */
  readonly newestLists?: ReadonlyMap<string, number>
  /**
   * Told each address that was asked for and is not there: a caller that may fetch can fetch it and
   * verify again. Contexts are never told: they come from the package and the bundle alone.
   */
  readonly onMissing?: (url: string) => void
  /** Addresses that were asked in vain: what is not there is then known not to be there. */
  readonly unanswered?: ReadonlySet<string>
  /** What was read of the documents before, where many badges are judged at one time (`verifyMany`). */
  readonly memory?: BundleMemory
}

/** Readings of the documents of one bundle at one time. Bounded: what was not used for long goes. */
export interface BundleMemory {
  readonly consulted: Recent<Consulted>
}

/** @returns an empty memory, for one batch. */
export function freshMemory(): BundleMemory {
  return { consulted: new Recent(batchDocumentsMax) }
}

/** A bundle that knows nothing: enough for a did:key badge without status. */
export const emptyBundle: TrustBundle = { name: 'empty', documents: new Map(), issuers: [] }

/** What a bundle says at a URL, with the evidence to report. */
export interface Consulted {
  readonly json: Result<JsonValue>
  /** The JWT that is there instead of JSON, taken apart and not verified; null for anything else. */
  readonly jws: Jws | null
  readonly evidence: Evidence
  readonly asOf: number
}

/** @returns the document at a URL with its evidence, or null where the bundle has none to read. */
export function consult(bundle: TrustBundle, url: string, at: number): Consulted | null {
  const document = bundle.documents.get(url)
  if (document === undefined) {
    bundle.onMissing?.(url)
    return null
  }
  // An answer such as 404 or 410 says nothing of what the document would be, whatever its body.
  const { httpStatus = 200 } = document
  if (httpStatus < 200 || httpStatus > 299) return null
  const known = bundle.memory?.consulted.get(url)
  if (known !== undefined) return known
  const consulted = consultedOf(document, url, at)
  bundle.memory?.consulted.set(url, consulted)
  return consulted
}

function consultedOf(document: BundleDocument, url: string, at: number): Consulted {
  const { content, fetchedAt } = document
  const evidence = evidenceOf(document, url, at)
  if (!(content instanceof Uint8Array))
    return { json: found(content), jws: jwsOf(content), evidence, asOf: fetchedAt }
  const text = textOfUtf8(content)?.trim() ?? null
  return {
    json: text === null ? refused('PARSING_ERROR', { reason: 'not UTF-8' }) : parseJson(text),
    jws: jwsOf(text),
    evidence: { ...evidence, sha256: hexOf(sha256(content)) },
    asOf: fetchedAt,
  }
}

/** @returns what to tell of a document that an answer rests on. */
export function evidenceOf(document: BundleDocument, url: string, at: number): Evidence {
  const { fetchedAt, source, finalUrl } = document
  const moved = finalUrl === undefined || finalUrl === url ? {} : { finalUrl }
  return { url, ...moved, source, fetchedAt, ageMs: Math.max(0, at - fetchedAt) }
}

/** @returns the address that what the bundle holds at another really came from. */
export function finalUrlOf(bundle: TrustBundle, url: string): string {
  return bundle.documents.get(url)?.finalUrl ?? url
}

function jwsOf(content: JsonValue): Jws | null {
  if (typeof content !== 'string' || !looksLikeJws(content.trim())) return null
  const jws = readJws(content.trim())
  return jws.ok ? jws.value : null
}
