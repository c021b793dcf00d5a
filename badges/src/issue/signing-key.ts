import { ed25519 } from '@noble/curves/ed25519.js'
import { BadgeError } from '../badge-error.ts'

/**
 * @param secretKey 32 bytes of randomness: the Ed25519 secret key (RFC 8032 section 5.1.5).
 * @returns the 32 bytes of its public key. Throws BadgeError for another length.
 */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  if (secretKey.length !== 32)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'An Ed25519 secret key has 32 bytes.', {
      bytes: secretKey.length,
    })
  return ed25519.getPublicKey(secretKey)
}
