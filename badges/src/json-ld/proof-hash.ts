import { sha256 } from '@noble/hashes/sha2.js'
import { joinBytes, utf8 } from '../bytes/text.ts'
import type { JsonObject } from '../json/value.ts'
import { found, type Result } from '../refusal.ts'

/**
 * The bytes an RDFC suite signs: SHA-256 of the canonical proof options (without `proofValue`, under
 * the document's own contexts), then SHA-256 of the canonical document (vc-di-eddsa section 3.2.4).
 *
 * @param canonicalDocument N-Quads of the document without any proof.
 * @returns 64 bytes, or why the options cannot be canonicalised.
 */
export async function proofHash(
  canonicalDocument: string,
  options: JsonObject,
  contexts: JsonObject['@context'] | undefined,
  canonicalOf: (document: JsonObject) => Promise<Result<string>>,
): Promise<Result<Uint8Array>> {
  const { proofValue: _, ...signedOptions } = options
  const config = contexts === undefined ? signedOptions : { ...signedOptions, '@context': contexts }
  const canonicalOptions = await canonicalOf(config)
  if (!canonicalOptions.ok) return canonicalOptions
  return found(joinBytes(sha256(utf8(canonicalOptions.value)), sha256(utf8(canonicalDocument))))
}
