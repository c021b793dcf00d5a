import { joinBytes } from '../../bytes/text.ts'
import { canonicalJson } from '../../json/jcs.ts'
import { isList, listOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Digest } from '../../json-ld/canonicalise.ts'
import { digestOf, proofHash } from '../../json-ld/proof-hash.ts'
import { unsecured } from '../../json-ld/unsecured.ts'
import { found, refused, type Result } from '../../refusal.ts'
import type { Case } from '../case.ts'

/**
 * The bytes that a proof signs: hash of its options, then hash of the document (vc-di-eddsa sections
 * 3.2.4 and 3.3.4). A link of a chain also signs the proofs before it (vc-data-integrity section 4.3,
 * "verify proof sets and chains"): they stand in the document it hashes.
 *
 * @param earlier the proofs it builds on; none for a proof on its own.
 */
export async function signedBytes(
  the: Case,
  proof: JsonObject,
  form: 'rdfc' | 'jcs',
  digest: Digest,
  earlier: readonly JsonObject[],
): Promise<Result<Uint8Array>> {
  const bare = unsecured(the.document)
  const document = earlier.length === 0 ? bare : { ...bare, proof: earlier }
  if (form === 'jcs') return jsonHash(document, proof, digest)
  const canonical = await (earlier.length === 0
    ? the.canonical(digest)
    : the.canonicalOf(document, digest))
  if (!canonical.ok) return canonical
  return proofHash(canonical.value, proof, bare['@context'], the.canonicalOf, digest)
}

function jsonHash(document: JsonObject, proof: JsonObject, digest: Digest): Result<Uint8Array> {
  const { proofValue: _, ...options } = proof
  const contexts = valueAt(proof, '@context')
  if (contexts !== undefined && !startsWith(document, contexts))
    return refused('PROOF_VERIFICATION_ERROR', {
      reason: 'the contexts of the document are not those of the proof',
    })
  const signed = contexts === undefined ? document : { ...document, '@context': contexts }
  const texts = [canonicalJson(options), canonicalJson(signed)]
  const hashes: Uint8Array[] = []
  for (const text of texts) {
    if (!text.ok) return text
    hashes.push(digestOf(text.value, digest))
  }
  return found(joinBytes(...hashes))
}

/** vc-di-eddsa section 3.3.2 step 4: the document's contexts begin with those the proof carries. */
function startsWith(document: JsonObject, contexts: JsonObject['@context']): boolean {
  const stated = valueAt(document, '@context')
  // One value and a list of one are not the same JSON.
  if (contexts === undefined || isList(stated) !== isList(contexts)) return false
  const own = listOf(stated)
  return listOf(contexts).every((entry, at) => textOf(entry) === textOf(own[at] ?? null))
}

function textOf(value: JsonObject[string]): string {
  const text = canonicalJson(value)
  return text.ok ? text.value : ''
}
