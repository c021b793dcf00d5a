import { base58btc, bytesOfBase58btc } from '../bytes/multibase.ts'
import { joinBytes } from '../bytes/text.ts'

/** A public key as a Multikey names it (Controlled Identifiers 1.0, section 2.2.2). */
export interface PublicKey {
  readonly type: 'Ed25519' | 'P-256' | 'P-384' | 'secp256k1'
  readonly bytes: Uint8Array
}

/** Multicodec prefix as a varint, and the length of the key in bytes. */
const kinds: readonly {
  readonly type: PublicKey['type']
  readonly prefix: readonly [number, number]
  readonly length: number
}[] = [
  { type: 'Ed25519', prefix: [0xed, 0x01], length: 32 },
  { type: 'P-256', prefix: [0x80, 0x24], length: 33 },
  { type: 'P-384', prefix: [0x81, 0x24], length: 49 },
  { type: 'secp256k1', prefix: [0xe7, 0x01], length: 33 },
]

/**
 * @param publicKey 32 bytes of an Ed25519 public key.
 * @returns `z6Mk…`
 */
export function ed25519Multikey(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) throw new RangeError('An Ed25519 public key has 32 bytes.')
  return base58btc(joinBytes(Uint8Array.of(0xed, 0x01), publicKey))
}

/** @returns `z…` of any key of a kind we know. */
export function multikeyOf({ type, bytes }: PublicKey): string {
  const kind = kinds.find(entry => entry.type === type)
  return base58btc(joinBytes(Uint8Array.from(kind?.prefix ?? []), bytes))
}

/** @returns the key behind `z…`, or null where prefix or length belong to no kind we know. */
export function publicKeyOfMultikey(multikey: string): PublicKey | null {
  const bytes = bytesOfBase58btc(multikey)
  if (bytes === null) return null
  const kind = kinds.find(({ prefix }) => bytes[0] === prefix[0] && bytes[1] === prefix[1])
  if (kind === undefined || bytes.length !== kind.length + 2) return null
  return { type: kind.type, bytes: bytes.slice(2) }
}
