import { bytesOfBase64url } from '../bytes/base64url.ts'
import { joinBytes } from '../bytes/text.ts'
import { isObject, textOf, textsOf, valueAt, type JsonValue } from '../json/value.ts'
import { refused, type Result } from '../refusal.ts'
import { ecKey, ed25519Key, rsaKey, type JoseKey } from './sound-key.ts'

const bad = (reason: string) => refused('INVALID_VERIFICATION_METHOD', { reason })
const other = (kind: string) => refused('NOT_CHECKED_BY_THIS_VERSION', { key: kind.slice(0, 100) })

/**
 * Reads a public key for checking signatures (RFC 7517, 7518 section 6, 8037 section 2). A key that
 * says it is for something else (`use` other than `sig`, `key_ops` without `verify`) is refused.
 * A private part, if any, is not looked at here: `isPrivateJwk` tells.
 *
 * @returns the key; INVALID_VERIFICATION_METHOD where it is no good key of its kind,
 * CRYPTOGRAPHIC_SECURITY_ERROR where it is too weak, NOT_CHECKED_BY_THIS_VERSION for other kinds.
 */
export function keyOfJwk(jwk: JsonValue | undefined): Result<JoseKey> {
  if (!isObject(jwk)) return bad('a JWK is an object')
  const use = valueAt(jwk, 'use')
  if (use !== undefined && use !== 'sig') return bad('the key is not for signatures')
  const operations = valueAt(jwk, 'key_ops')
  const isForSignatures = textsOf(operations).some(name => name === 'verify' || name === 'sign')
  if (operations !== undefined && !isForSignatures) return bad('the key is not for signatures')
  const kind = textOf(valueAt(jwk, 'kty')) ?? ''
  const bytes = (name: string) => bytesOfBase64url(textOf(valueAt(jwk, name)) ?? '')
  if (kind === 'RSA') return rsaKey(bytes('n'), bytes('e'))
  const curve = textOf(valueAt(jwk, 'crv')) ?? ''
  if (kind === 'OKP') return curve === 'Ed25519' ? ed25519Key(bytes('x')) : other(curve)
  if (kind === '') return bad('no kty')
  if (kind !== 'EC') return other(kind)
  if (curve !== 'P-256' && curve !== 'P-384') return other(curve)
  const size = curve === 'P-256' ? 32 : 48
  const [x, y] = [bytes('x'), bytes('y')]
  if (x?.length !== size || y?.length !== size) return bad('x or y has a wrong length')
  return ecKey(curve, joinBytes(Uint8Array.of(4), x, y))
}

/** @returns whether a JWK carries its own secret: then anybody who reads it can sign with it. */
export function isPrivateJwk(jwk: JsonValue | undefined): boolean {
  return ['d', 'k', 'p', 'q'].some(name => valueAt(jwk, name) !== undefined)
}
