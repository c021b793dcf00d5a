import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, utf8 } from '../bytes/text.ts'
import type { JsonObject } from '../json/value.ts'

/**
 * An IdentityObject that holds a salted hash in place of an e-mail address (OB 3.0, section
 * "IdentityObject"): hash of the address as typed, then the salt. Still guessable by who knows both
 * badge and address; it only keeps the address from being read.
 *
 * @param email as the recipient wrote it; nothing is trimmed or lowered.
 * @param salt fresh for each badge, from 128 bits of randomness, as text.
 */
export function hashedEmail(email: string, salt: string): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${hexOf(sha256(utf8(email + salt)))}`,
    identityType: 'emailAddress',
    salt,
  }
}
