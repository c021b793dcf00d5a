import { isPrivateJwk, keyOfJwk } from '../../jose/jose-key.ts'
import { isList, textOf, valueAt, type JsonObject, type JsonValue } from '../../json/value.ts'
import { keysTriedMax } from '../../limits.ts'
import { dateStated, endOfJwk } from './stated-date.ts'
import { nothingKnown, problemOf, type ResolvedKey } from './resolved-key.ts'

/** @returns whether a document is a JWK (RFC 7517 section 4) or a set of them (section 5). */
export function isJwkDocument(document: JsonObject): boolean {
  return typeof valueAt(document, 'kty') === 'string' || isList(valueAt(document, 'keys'))
}

/**
 * @param document a JWK or a JWKS.
 * @param fragment which key of the set, as the part after `#` names it; empty for any of them.
 * @param foundAt the address that answered.
 * @returns the keys that may be meant, none of them anybody's yet; one more than are tried at most, so
 * that whoever tries them sees that there are more.
 */
export function keysOfJwkDocument(
  document: JsonObject,
  url: string,
  fragment: string,
  foundAt: string,
): readonly ResolvedKey[] {
  const keys = valueAt(document, 'keys')
  const entries = isList(keys) ? keys : [document]
  const named = (jwk: JsonValue) => {
    const kid = textOf(valueAt(jwk, 'kid'))
    return kid === fragment || kid === `${url}#${fragment}`
  }
  const meant = fragment === '' || !isList(keys) ? entries : entries.filter(named)
  const method = fragment === '' ? url : `${url}#${fragment}`
  return meant.slice(0, keysTriedMax + 1).map(jwk => {
    const key = keyOfJwk(jwk)
    return {
      ...nothingKnown,
      method,
      foundAt,
      key: key.ok ? key.value : null,
      expires: endOfJwk(jwk),
      revoked: dateStated(valueAt(jwk, 'revoked')),
      isSecretShown: isPrivateJwk(jwk),
      problem: key.ok ? null : problemOf(key.refusal),
    }
  })
}
