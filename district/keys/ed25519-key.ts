import { createPrivateKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { publicKeyOf } from 'open-badges-validator-core/issue'

/** A secret of the district's (Ed25519, 32 bytes) as the system's own cryptography takes it. */
export function ed25519KeyOf(secret: Uint8Array): KeyObject {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: text(secret), x: text(publicKeyOf(secret)) }
  return createPrivateKey({ key: jwk, format: 'jwk' })
}
