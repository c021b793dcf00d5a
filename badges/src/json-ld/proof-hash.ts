import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { joinBytes, utf8 } from '../bytes/text.ts'
import type { JsonObject } from '../json/value.ts'
import { found, type Result } from '../refusal.ts'
import type { Digest } from './canonicalise.ts'

/** @returns the hash of a text as UTF-8: 32 bytes, or 48 for SHA-384. */
export function digestOf(text: string, digest: Digest): Uint8Array {
  return digest === 'SHA-256' ? sha256(utf8(text)) : sha384(utf8(text))
}

/** @returns the hash of the canonical proof options: without `proofValue`, under the given contexts. */
export async function optionsHash(
  options: JsonObject,
  contexts: JsonObject['@context'] | undefined,
  canonicalOf: (document: JsonObject, digest: Digest) => Promise<Result<string>>,
  digest: Digest = 'SHA-256',
): Promise<Result<Uint8Array>> {
  const { proofValue: _, ...signedOptions } = options
  const config = contexts === undefined ? signedOptions : { ...signedOptions, '@context': contexts }
  const canonical = await canonicalOf(config, digest)
  return canonical.ok ? found(digestOf(canonical.value, digest)) : canonical
}

/**
 * The bytes an RDFC suite signs: the hash of the canonical proof options (under the document's own
 * contexts), then the hash of the canonical document (vc-di-eddsa section 3.2.4, vc-di-ecdsa section
 * 3.2.4).
 *
 * @param canonicalDocument N-Quads of the document without any proof, canonical by the same digest.
 * @returns 64 bytes (96 for SHA-384), or why the options cannot be canonicalised.
 */
export async function proofHash(
  canonicalDocument: string,
  options: JsonObject,
  contexts: JsonObject['@context'] | undefined,
  canonicalOf: (document: JsonObject, digest: Digest) => Promise<Result<string>>,
  digest: Digest = 'SHA-256',
): Promise<Result<Uint8Array>> {
  const hashed = await optionsHash(options, contexts, canonicalOf, digest)
  if (!hashed.ok) return hashed
  return found(joinBytes(hashed.value, digestOf(canonicalDocument, digest)))
}
