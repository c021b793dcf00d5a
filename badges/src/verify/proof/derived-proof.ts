import { bytesOfBase64url } from '../../bytes/base64url.ts'
import { readCbor, type Cbor } from '../../bytes/cbor.ts'
import { disclosedStatementsMax } from '../../limits.ts'
import { found, refused, type Result } from '../../refusal.ts'

/** What the holder of a badge hands on after leaving claims out (vc-di-ecdsa section 3.5.7). */
export interface DerivedProof {
  /** By the issuer, 64 bytes, over all that may not be left out. */
  readonly baseSignature: Uint8Array
  /** Multikey bytes (35) of the key made for this one badge, which signed each other statement. */
  readonly publicKey: Uint8Array
  readonly signatures: readonly Uint8Array[]
  /** From the number of a canonical blank node to the label that was signed, 32 bytes. */
  readonly labels: ReadonlyMap<number, Uint8Array>
  /** Which statements are those of the base signature; ascending. */
  readonly mandatory: readonly number[]
}

/**
 * Reads a `proofValue` of ecdsa-sd-2023.
 *
 * @returns CRYPTOGRAPHIC_SECURITY_ERROR for a base proof, which is the holder's alone: who shows it
 * gives all claims away and the means to leave any out. PROOF_VERIFICATION_ERROR for anything else.
 */
export function readDerivedProof(proofValue: string): Result<DerivedProof> {
  const bad = refused('PROOF_VERIFICATION_ERROR', { reason: 'proofValue is no derived proof' })
  const bytes = proofValue.startsWith('u') ? bytesOfBase64url(proofValue.slice(1)) : null
  if (bytes === null || bytes[0] !== 0xd9 || bytes[1] !== 0x5d) return bad
  if (bytes[2] === 0x00)
    return refused('CRYPTOGRAPHIC_SECURITY_ERROR', { reason: 'a base proof, not a derived one' })
  const parts = bytes[2] === 0x01 ? readCbor(bytes.subarray(3)) : null
  if (!isArray(parts) || parts.length !== 5) return bad
  const [baseSignature, publicKey, stated, map, indexes] = parts
  const signatures = allBytes(stated, 64)
  const labels = labelsOf(map)
  const mandatory = ascending(indexes)
  if (!isBytes(baseSignature, 64) || !isBytes(publicKey, 35)) return bad
  if (signatures === null || labels === null || mandatory === null) return bad
  if (signatures.length + mandatory.length > disclosedStatementsMax)
    return refused('TOO_COMPLEX', { statementsMax: disclosedStatementsMax })
  return found({ baseSignature, publicKey, signatures, labels, mandatory })
}

function isArray(value: Cbor | null | undefined): value is readonly Cbor[] {
  return Array.isArray(value)
}

function isBytes(value: Cbor | undefined, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length
}

function allBytes(value: Cbor | undefined, length: number): readonly Uint8Array[] | null {
  if (!isArray(value)) return null
  const items = value.filter(item => isBytes(item, length))
  return items.length === value.length ? items : null
}

function labelsOf(value: Cbor | undefined): ReadonlyMap<number, Uint8Array> | null {
  if (!(value instanceof Map)) return null
  const labels = new Map<number, Uint8Array>()
  for (const [number, label] of value) {
    if (typeof number !== 'number' || !isBytes(label, 32)) return null
    labels.set(number, label)
  }
  return labels
}

function ascending(value: Cbor | undefined): readonly number[] | null {
  if (!isArray(value)) return null
  const numbers = value.filter(item => typeof item === 'number')
  const isAscending = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))
  return numbers.length === value.length && isAscending ? numbers : null
}
