import type { EntryKind } from '../entry-kinds.ts'
import type { KeptKey, KnownIssuer } from '../verify/trust-bundle.ts'

/**
 * A trust bundle as a file: one line of JSON in the canonical form of RFC 8785, UTF-8, so that the
 * same knowledge always gives the same bytes.
 *
 * ```
 * { "type": "open-badges-trust-bundle", "version": 1,
 *   "name": text, "createdAt": time,
 *   "entries": [{ "url", "kind", "text" | "base64url", "sha256", "fetchedAt", "source", "httpStatus", "finalUrl"? }],
 *   "keys":    [{ "method", "from"?, "until"?, "revoked"?, "fetchedAt", "source" }],
 *   "issuers": [{ "id", "name"?, "fetchedAt", "source" }],
 *   "publicKey": multikey, "signature": multibase }
 * ```
 *
 * Entries stand in the order of their `url`, issuers in that of their `id`, keys in that of their `method`. Times are RFC 3339
 * in UTC with milliseconds. A content that is UTF-8 is `text`, any other `base64url`. `signature` is
 * Ed25519 (RFC 8032) over the line `open-badges-trust-bundle-v1`, a line feed, and the canonical
 * bytes of everything but `signature`: detached, over the bytes themselves, so no reader has to
 * understand a proof suite before it can tell whether to read on.
 */
export interface BundleFile {
  readonly name: string
  /** Epoch ms. Of two bundles of one key the later one counts. */
  readonly createdAt: number
  readonly entries: readonly BundleEntry[]
  /** Keys their owners may not name any more, kept so that what they signed stays legible. */
  readonly keys: readonly KeptKey[]
  readonly issuers: readonly KnownIssuer[]
}

/** One document as it was fetched. */
export interface BundleEntry {
  /** The exact address, or DID, it answers for. */
  readonly url: string
  readonly kind: EntryKind
  readonly bytes: Uint8Array
  /** Epoch ms. */
  readonly fetchedAt: number
  /** Who says so: `fetched`, `district record`, `registry X`. */
  readonly source: string
  /** 200, or what the server said instead: 410 is knowledge too. */
  readonly httpStatus: number
  /** The address that answered, where the one asked for led on to another. */
  readonly finalUrl?: string
}

export const bundleType = 'open-badges-trust-bundle'
export const bundleVersion = 1
/** What stands before the signed bytes, so that a signature for anything else never fits a bundle. */
export const signedPrefix = 'open-badges-trust-bundle-v1\n'
