import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { base64url } from '../bytes/base64url.ts'
import type { JoseKey } from './sound-key.ts'

/** Algorithms a badge may be signed with, and the only kind of key each goes with. */
const keysOfAlgs: ReadonlyMap<string, (key: JoseKey) => boolean> = new Map([
  ['RS256', key => key.kind === 'rsa'],
  ['PS256', key => key.kind === 'rsa'],
  ['ES256', key => key.kind === 'ec' && key.curve === 'P-256'],
  ['ES384', key => key.kind === 'ec' && key.curve === 'P-384'],
  ['EdDSA', key => key.kind === 'okp'],
  ['Ed25519', key => key.kind === 'okp'],
])

/** What a signature is to be checked with. */
export interface SignedBytes {
  /** As the header names it; it only counts where it goes with the key (RFC 8725 section 3.1). */
  readonly alg: string
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly key: JoseKey
}

/** @returns whether an algorithm is one a badge may be signed with (OB 3.0 #jwt-proof). */
export function isAlgAllowed(alg: string): boolean {
  return keysOfAlgs.has(alg)
}

/** @returns whether a key is of the kind its algorithm needs: HMAC never is, whatever the key. */
export function fitsAlg(key: JoseKey, alg: string): boolean {
  return keysOfAlgs.get(alg)?.(key) === true
}

/**
 * Whether signatures of a kind of key can be checked where we run: RSA needs WebCrypto, which a
 * browser gives to secure pages only.
 */
export function canCheck(key: JoseKey): boolean {
  return key.kind !== 'rsa' || globalThis.crypto?.subtle !== undefined
}

/**
 * Checks a JWS signature (RFC 7515 section 5.2, RFC 7518 section 3, RFC 8037 section 3.1).
 *
 * @returns false also for an algorithm that is not allowed or does not go with the key. Never throws
 * for what a signature or key holds.
 */
export async function verifyJws(given: SignedBytes): Promise<boolean> {
  const { alg, signed, signature, key } = given
  if (!fitsAlg(key, alg)) return false
  if (key.kind === 'rsa') return rsaHolds(given, key)
  try {
    if (key.kind === 'okp') return ed25519.verify(signature, signed, key.point, { zip215: false })
    const curve = key.curve === 'P-256' ? p256 : p384
    return curve.verify(signature, signed, key.point, { lowS: false })
  } catch {
    // A signature of another length, or numbers out of range: not one by this key.
    return false
  }
}

async function rsaHolds(
  { alg, signed, signature }: SignedBytes,
  { n, e }: JoseKey & { readonly kind: 'rsa' },
): Promise<boolean> {
  const name = alg === 'PS256' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
  const { subtle } = globalThis.crypto
  const jwk = { kty: 'RSA', n: base64url(n), e: base64url(e) }
  const how = alg === 'PS256' ? { name, saltLength: 32 } : { name }
  try {
    const key = await subtle.importKey('jwk', jwk, { name, hash: 'SHA-256' }, false, ['verify'])
    return await subtle.verify(how, key, new Uint8Array(signature), new Uint8Array(signed))
  } catch {
    // Numbers that were looked at before and that the platform still won't take as a key.
    return false
  }
}
