import { isPrivateJwk, keyOfJwk } from '../../jose/jose-key.ts'
import { isList, textOf, valueAt, type JsonObject, type JsonValue } from '../../json/value.ts'
import { keysTriedMax } from '../../limits.ts'
import { nothingKnown, problemOf, type ResolvedKey } from './resolved-key.ts'

/** @returns whether a document is a JWK (RFC 7517 section 4) or a set of them (section 5). */
export function isJwkDocument(document: JsonObject): boolean {
  return typeof valueAt(document, 'kty') === 'string' || isList(valueAt(document, 'keys'))
}

/**
 * @param document a JWK or a JWKS.
 * @param fragment which key of the set, as the part after `#` names it; empty for any of them.
 * @returns the keys that may be meant, none of them anybody's yet.
 */
export function keysOfJwkDocument(
  document: JsonObject,
  url: string,
  fragment: string,
): readonly ResolvedKey[] {
  const keys = valueAt(document, 'keys')
  const entries = isList(keys) ? keys : [document]
  const named = (jwk: JsonValue) => {
    const kid = textOf(valueAt(jwk, 'kid'))
    return kid === fragment || kid === `${url}#${fragment}`
  }
  const meant = fragment === '' || !isList(keys) ? entries : entries.filter(named)
  const method = fragment === '' ? url : `${url}#${fragment}`
  return meant.slice(0, keysTriedMax).map(jwk => {
    const key = keyOfJwk(jwk)
    return {
      ...nothingKnown,
      method,
      foundAt: url,
      key: key.ok ? key.value : null,
      isSecretShown: isPrivateJwk(jwk),
      problem: key.ok ? null : problemOf(key.refusal),
    }
  })
}
