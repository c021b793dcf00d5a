import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { rsaExponentBytesMax, rsaModulusBitsMax, rsaModulusBitsMin } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'

/**
 * A public key that has been looked at: its point is on its curve, its modulus long enough. Numbers
 * are big-endian without leading zeros.
 */
export type JoseKey =
  | { readonly kind: 'rsa'; readonly n: Uint8Array; readonly e: Uint8Array }
  /** `point` is compressed (SEC 1 section 2.3.3): 33 bytes for P-256, 49 for P-384. */
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384'; readonly point: Uint8Array }
  /** `point` is the 32 bytes of RFC 8032. */
  | { readonly kind: 'okp'; readonly curve: 'Ed25519'; readonly point: Uint8Array }

const bad = (reason: string) => refused('INVALID_VERIFICATION_METHOD', { reason })

/** @returns an RSA key of 2048 to 8192 bits with a sound exponent. */
export function rsaKey(modulus: Uint8Array | null, exponent: Uint8Array | null): Result<JoseKey> {
  if (modulus === null || exponent === null) return bad('n or e is missing')
  const [n, e] = [withoutZeros(modulus), withoutZeros(exponent)]
  const bits = n.length * 8 - Math.clz32(n[0] ?? 0) + 24
  if (n.length === 0 || e.length === 0) return bad('n or e is zero')
  if (bits < rsaModulusBitsMin)
    return refused('CRYPTOGRAPHIC_SECURITY_ERROR', { bits, bitsMin: rsaModulusBitsMin })
  if (bits > rsaModulusBitsMax) return refused('TOO_LARGE', { bits, bitsMax: rsaModulusBitsMax })
  const isSound = ((n.at(-1) ?? 0) & (e.at(-1) ?? 0) & 1) === 1 && (e.length > 1 || (e[0] ?? 0) > 1)
  if (!isSound || e.length > rsaExponentBytesMax)
    return refused('CRYPTOGRAPHIC_SECURITY_ERROR', { reason: 'n or e is no good number for RSA' })
  return found({ kind: 'rsa', n, e })
}

/** @returns the key of a SEC 1 point, compressed or not, that is on its curve. */
export function ecKey(curve: 'P-256' | 'P-384', point: Uint8Array): Result<JoseKey> {
  const group = curve === 'P-256' ? p256 : p384
  try {
    const compressed = group.Point.fromBytes(point).toBytes(true)
    return found({ kind: 'ec', curve, point: compressed })
  } catch {
    return bad('the point is not on its curve')
  }
}

/** @returns the key of 32 bytes that are a point of the curve, and none of the few weak ones. */
export function ed25519Key(point: Uint8Array | null): Result<JoseKey> {
  if (point?.length !== 32) return bad('an Ed25519 key has 32 bytes')
  try {
    if (ed25519.Point.fromBytes(point, false).isSmallOrder())
      return refused('CRYPTOGRAPHIC_SECURITY_ERROR', { reason: 'a point of small order' })
  } catch {
    return bad('the point is not on its curve')
  }
  return found({ kind: 'okp', curve: 'Ed25519', point })
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex(byte => byte !== 0)
  return first === -1 ? new Uint8Array() : bytes.subarray(first)
}
