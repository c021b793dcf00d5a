import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import { activeIn } from '../keys/register.ts'
import type { Secrets } from '../keys/secrets.ts'

/** A key that signs, and the name under which verifiers find it. */
export interface Signer {
  /** Ed25519, 32 bytes. */
  readonly secretKey: Uint8Array
  readonly verificationMethod: string
}

/**
 * Who signs for an identifier of the district's, the present one or one that older badges name. A did:web has the key
 * that signs now. A did:key is one key, for ever: `undefined` once it was given up.
 */
export function signerFor(
  { issuer: keys }: Pick<Secrets, 'issuer'>,
  did: string,
): Signer | undefined {
  const isKey = did.startsWith('did:key:')
  const key = isKey ? keys.find(one => didKey(one.publicKey) === did) : activeIn(keys)
  if (key?.secret === undefined) return undefined
  return {
    secretKey: key.secret,
    verificationMethod: isKey ? didKeyVerificationMethod(did) : `${did}#${key.id}`,
  }
}
