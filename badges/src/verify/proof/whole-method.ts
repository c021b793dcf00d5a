import { didJwkVerificationMethod } from '../../did/did-jwk.ts'
import { didKeyVerificationMethod } from '../../did/did-key.ts'

/** @returns the method a did:key or did:jwk alone stands for; any other name as it is. */
export function wholeMethod(method: string): string {
  if (method.includes('#')) return method
  if (method.startsWith('did:key:')) return didKeyVerificationMethod(method)
  return method.startsWith('did:jwk:') ? didJwkVerificationMethod(method) : method
}
