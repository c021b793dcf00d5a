import { p256, p384 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64url } from '../bytes/base64url.ts'
import { utf8 } from '../bytes/text.ts'
import type { JoseKey } from './sound-key.ts'

/**
 * @returns the JWK thumbprint (RFC 7638, RFC 8037 section 2): the same for two spellings of one key,
 * whatever else stands beside it in a JWK.
 */
export function thumbprintOf(key: JoseKey): string {
  return base64url(sha256(utf8(JSON.stringify(membersOf(key)))))
}

/** The required members of a key in alphabetical order, as the RFC hashes them. */
function membersOf(key: JoseKey): Readonly<Record<string, string>> {
  if (key.kind === 'rsa') return { e: base64url(key.e), kty: 'RSA', n: base64url(key.n) }
  if (key.kind === 'okp') return { crv: key.curve, kty: 'OKP', x: base64url(key.point) }
  const group = key.curve === 'P-256' ? p256 : p384
  const [, ...xy] = group.Point.fromBytes(key.point).toBytes(false)
  const half = xy.length / 2
  const x = base64url(Uint8Array.from(xy.slice(0, half)))
  const y = base64url(Uint8Array.from(xy.slice(half)))
  return { crv: key.curve, kty: 'EC', x, y }
}
