import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf } from '../bytes/text.ts'

/** @returns SHA-256 of the 32 bytes of an Ed25519 public key, 64 signs of lower-case hexadecimal. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return hexOf(sha256(publicKey))
}

/** @returns a fingerprint as a person may have typed or pasted it, in that form. */
export function plainFingerprint(typed: string): string {
  return typed.toLowerCase().replace(/[\s:-]/g, '')
}
