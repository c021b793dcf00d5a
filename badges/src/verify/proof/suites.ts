import { ed25519 } from '@noble/curves/ed25519.js'
import type { PublicKey } from '../../did/multikey.ts'

/** A suite whose signature is over SHA-256 of RDFC-1.0 options and document. */
export interface Suite {
  readonly name: string
  readonly keyType: PublicKey['type']
  readonly signatureBytes: number
  readonly spec: string
  /** @returns whether the signature holds over the 64 hashed bytes. */
  readonly holds: (signature: Uint8Array, hashed: Uint8Array, key: Uint8Array) => boolean
}

/** RFC 8032 strictly: small-order keys and non-canonical points are refused. */
function ed25519Holds(signature: Uint8Array, hashed: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, hashed, key, { zip215: false })
  } catch {
    // Bytes that are no point of the curve: not a signature by this key.
    return false
  }
}

const ed25519Suite = { keyType: 'Ed25519', signatureBytes: 64, holds: ed25519Holds } as const

/** What this version verifies. Everything else is named and answered with `unknown`. */
export const suites: ReadonlyMap<string, Suite> = new Map([
  [
    'eddsa-rdfc-2022',
    { ...ed25519Suite, name: 'eddsa-rdfc-2022', spec: 'vc-di-eddsa section 3.2' },
  ],
  [
    'Ed25519Signature2020',
    { ...ed25519Suite, name: 'Ed25519Signature2020', spec: 'vc-di-eddsa section 3.1 (2020 form)' },
  ],
])
