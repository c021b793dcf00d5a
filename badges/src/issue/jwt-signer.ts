import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { BadgeError } from '../badge-error.ts'
import { base64url } from '../bytes/base64url.ts'
import type { JsonObject } from '../json/value.ts'

/** Signs JWTs. A key in a vault or a card is another one of these: nothing else needs its secret. */
export interface JwtSigner {
  readonly alg: 'EdDSA' | 'ES256' | 'RS256'
  /** DID URL or HTTPS address under which the key is found, listed under assertionMethod by the issuer's document. */
  readonly kid: string
  /** The public half (RFC 7517), for the document that the issuer publishes. */
  readonly publicJwk: JsonObject
  sign(signed: Uint8Array): Promise<Uint8Array>
}

/** @param secretKey 32 bytes, Ed25519 (RFC 8037). */
export function ed25519Signer(secretKey: Uint8Array, kid: string): JwtSigner {
  const x = base64url(ed25519.getPublicKey(secretKey))
  return {
    alg: 'EdDSA',
    kid,
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x },
    sign: async signed => ed25519.sign(signed, secretKey),
  }
}

/** @param secretKey 32 bytes, P-256 (RFC 7518 section 3.4). */
export function es256Signer(secretKey: Uint8Array, kid: string): JwtSigner {
  const point = p256.getPublicKey(secretKey, false)
  return {
    alg: 'ES256',
    kid,
    publicJwk: {
      kty: 'EC',
      crv: 'P-256',
      x: base64url(point.subarray(1, 33)),
      y: base64url(point.subarray(33)),
    },
    sign: async signed => p256.sign(signed, secretKey),
  }
}

/**
 * @param privateJwk an RSA key of 2048 bits or more, with its secret parts; it stays in WebCrypto.
 * @throws BadgeError MALFORMED_VALUE_ERROR for any other key.
 */
export async function rs256Signer(privateJwk: JsonObject, kid: string): Promise<JwtSigner> {
  const name = 'RSASSA-PKCS1-v1_5'
  const { n, e } = privateJwk
  if (privateJwk['kty'] !== 'RSA' || typeof n !== 'string' || typeof e !== 'string')
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'Not an RSA key.', {})
  const { subtle } = globalThis.crypto
  const key = await subtle
    .importKey('jwk', { ...privateJwk }, { name, hash: 'SHA-256' }, false, ['sign'])
    .catch(() => {
      throw new BadgeError('MALFORMED_VALUE_ERROR', 'Not an RSA key with its secret.', {})
    })
  return {
    alg: 'RS256',
    kid,
    publicJwk: { kty: 'RSA', n, e },
    sign: async signed => new Uint8Array(await subtle.sign(name, key, new Uint8Array(signed))),
  }
}
