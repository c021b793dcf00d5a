import { base64url } from '../bytes/base64url.ts'
import { bytesOfBase64url } from '../bytes/base64url.ts'
import type { JsonObject } from '../json/value.ts'

const prefix = 'ni:///sha-256;'

/** The frozen list of files a claim was judged on, named by its digest alone. */
export interface ManifestEvidence {
  /** SHA-256 of the manifest, 32 bytes. */
  readonly sha256: Uint8Array
  readonly name: string
  readonly narrative?: string
  readonly genre?: string
}

/** @returns `ni:///sha-256;…`, the name of content by its digest (RFC 6920 section 3). */
export function digestUri(sha256: Uint8Array): string {
  if (sha256.length !== 32) throw new RangeError('A SHA-256 digest has 32 bytes.')
  return prefix + base64url(sha256)
}

/** @returns the 32 bytes of a digest URI, or null for any other text. */
export function digestOfUri(uri: string): Uint8Array | null {
  const bytes = uri.startsWith(prefix) ? bytesOfBase64url(uri.slice(prefix.length)) : null
  return bytes?.length === 32 ? bytes : null
}

/**
 * An Evidence entry whose `id` is the digest of the manifest: `id` is signed, so the badge is bound to
 * exactly these files, and a digest leads to nobody's files.
 */
export function manifestEvidence(evidence: ManifestEvidence): JsonObject {
  return {
    id: digestUri(evidence.sha256),
    type: ['Evidence'],
    name: evidence.name,
    ...(evidence.narrative === undefined ? {} : { narrative: evidence.narrative }),
    ...(evidence.genre === undefined ? {} : { genre: evidence.genre }),
  }
}
