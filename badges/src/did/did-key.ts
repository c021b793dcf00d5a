import type { JsonObject } from '../json/value.ts'
import { ed25519Multikey, publicKeyOfMultikey, type PublicKey } from './multikey.ts'

/**
 * @param publicKey 32 bytes of an Ed25519 public key.
 * @returns `did:key:z6Mk…` (did:key method, section "Format").
 */
export function didKey(publicKey: Uint8Array): string {
  return `did:key:${ed25519Multikey(publicKey)}`
}

/** @returns the only verification method a did:key has: `did:key:X#X`. */
export function didKeyVerificationMethod(did: string): string {
  return `${did}#${did.slice('did:key:'.length)}`
}

/** @returns the key of `did:key:X` (no fragment), or null where X is no key. */
export function publicKeyOfDidKey(did: string): PublicKey | null {
  return did.startsWith('did:key:') ? publicKeyOfMultikey(did.slice('did:key:'.length)) : null
}

/** @returns the DID document that a did:key stands for, or null where it is none. */
export function didKeyDocument(did: string): JsonObject | null {
  if (publicKeyOfDidKey(did) === null) return null
  const method = didKeyVerificationMethod(did)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [
      {
        id: method,
        type: 'Multikey',
        controller: did,
        publicKeyMultibase: did.slice('did:key:'.length),
      },
    ],
    assertionMethod: [method],
    authentication: [method],
    capabilityInvocation: [method],
    capabilityDelegation: [method],
  }
}
