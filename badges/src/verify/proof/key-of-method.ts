import { bytesOfBase58btc } from '../../bytes/multibase.ts'
import { keyOfMultikey } from '../../jose/key-of-multikey.ts'
import { ed25519Key, keyOfJwk, keyOfPem, type JoseKey } from '../../jose/jose-key.ts'
import { textOf, valueAt, type JsonObject } from '../../json/value.ts'
import { refused, type Result } from '../../refusal.ts'

/**
 * Reads the key of a verification method in each form in use: Multikey and Ed25519VerificationKey2020
 * (`publicKeyMultibase`), JsonWebKey and JsonWebKey2020 (`publicKeyJwk`), Ed25519VerificationKey2018
 * (`publicKeyBase58`, 32 bytes without a prefix), and PEM (Controlled Identifiers 1.0 section 2.2.2
 * and the registries of older types).
 *
 * @returns the key, or why it is none; NOT_CHECKED_BY_THIS_VERSION for a form or kind not read here.
 */
export function keyOfMethod(method: JsonObject): Result<JoseKey> {
  const multikey = textOf(valueAt(method, 'publicKeyMultibase'))
  if (multikey !== null) return keyOfMultikey(multikey)
  const jwk = valueAt(method, 'publicKeyJwk')
  if (jwk !== undefined) return keyOfJwk(jwk)
  const pem = textOf(valueAt(method, 'publicKeyPem'))
  if (pem !== null) return keyOfPem(pem)
  const plain = textOf(valueAt(method, 'publicKeyBase58'))
  const type = (textOf(valueAt(method, 'type')) ?? 'none').slice(0, 100)
  if (plain !== null && type === 'Ed25519VerificationKey2018')
    return ed25519Key(bytesOfBase58btc(`z${plain}`))
  return refused('NOT_CHECKED_BY_THIS_VERSION', { key: type })
}
