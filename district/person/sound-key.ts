import { verify } from 'node:crypto'
import { keyOf } from './signed.ts'

/** The neutral point with zero: for a key of small order it signs one message in eight, and no secret is needed. */
const signatureOfNobody = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)])

/** Messages that are tried; each of the few keys of small order is found out by the first dozen. */
const messagesTried = 128

/**
 * Whether a text is an Ed25519 public key (32 bytes, base64url) under which only a secret signs. With one of small
 * order everybody could ask in that device's name, and a manifest would bind nobody (RFC 8032 section 5.1.7 lets
 * such keys through).
 */
export function isSoundKey(publicKey: string): boolean {
  try {
    const key = keyOf(publicKey)
    for (let n = 0; n < messagesTried; n++)
      if (verify(null, Buffer.from(`nobody ${n}`), key, signatureOfNobody)) return false
    return true
  } catch {
    // Not 32 bytes of base64url.
    return false
  }
}
