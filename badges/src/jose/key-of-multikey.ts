import { multikeyOf as written, publicKeyOfMultikey } from '../did/multikey.ts'
import { refused, type Result } from '../refusal.ts'
import { ecKey, ed25519Key, type JoseKey } from './sound-key.ts'

/**
 * Reads `z6Mk…`, `zDn…`, `z82…` (Controlled Identifiers 1.0 section 2.2.2).
 *
 * @returns the key; INVALID_VERIFICATION_METHOD where it is none, CRYPTOGRAPHIC_SECURITY_ERROR where
 * it is weak, NOT_CHECKED_BY_THIS_VERSION for secp256k1, which no suite of a badge uses.
 */
export function keyOfMultikey(text: string): Result<JoseKey> {
  const publicKey = publicKeyOfMultikey(text)
  if (publicKey === null)
    return refused('INVALID_VERIFICATION_METHOD', { reason: 'not a Multikey' })
  const { type, bytes } = publicKey
  if (type === 'Ed25519') return ed25519Key(bytes)
  if (type === 'secp256k1') return refused('NOT_CHECKED_BY_THIS_VERSION', { key: type })
  return ecKey(type, bytes)
}

/** @returns the Multikey of a key, or null for RSA, which has none. */
export function multikeyOf(key: JoseKey): string | null {
  return key.kind === 'rsa' ? null : written({ type: key.curve, bytes: key.point })
}
