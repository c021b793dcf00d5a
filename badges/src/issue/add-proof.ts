import { ed25519 } from '@noble/curves/ed25519.js'
import { BadgeError } from '../badge-error.ts'
import { base58btc } from '../bytes/multibase.ts'
import { canonicalise } from '../json-ld/canonicalise.ts'
import { proofHash } from '../json-ld/proof-hash.ts'
import type { JsonObject } from '../json/value.ts'

/** What a proof is made with. */
export interface SignOptions {
  /** Ed25519 secret key, 32 bytes. Never leaves this call. */
  readonly secretKey: Uint8Array
  /** `did:…#…`, listed under assertionMethod by the issuer's document. */
  readonly verificationMethod: string
  /** Epoch ms; written to the second. */
  readonly created: number
}

/** @returns RFC 3339 in UTC to the second, as Open Badges writes it. */
export function dateTimeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/**
 * Adds one DataIntegrityProof, cryptosuite eddsa-rdfc-2022 (vc-di-eddsa section 3.2.1), in safe mode:
 * a word that would not be covered by the signature is refused before anything is signed.
 *
 * @param document the credential without a proof.
 * @throws BadgeError DATA_LOSS_DETECTION_ERROR, UNKNOWN_CONTEXT, TOO_COMPLEX, PARSING_ERROR.
 */
export async function addProof(document: JsonObject, options: SignOptions): Promise<JsonObject> {
  if (document['proof'] !== undefined)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'The credential has a proof already.')
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: dateTimeOf(options.created),
    verificationMethod: options.verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const canonicalOf = (other: JsonObject) => canonicalise(other, () => null)
  const canonical = await canonicalOf(document)
  const hashed = canonical.ok
    ? await proofHash(canonical.value, proof, document['@context'], canonicalOf)
    : canonical
  if (!hashed.ok)
    throw new BadgeError(
      hashed.refusal.code,
      'The credential cannot be signed as it is.',
      hashed.refusal.facts,
    )
  const signature = ed25519.sign(hashed.value, options.secretKey)
  return { ...document, proof: [{ ...proof, proofValue: base58btc(signature) }] }
}
