import { isPrivateJwk, keyOfJwk, type JoseKey } from '../../jose/jose-key.ts'
import { thumbprintOf } from '../../jose/thumbprint.ts'
import { textOf, valueAt, type JsonObject, type JsonValue } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { issuerKeys } from './issuer-keys.ts'
import { resolveMethod } from './resolve-method.ts'
import { problemOf, unresolved, type ResolvedKey } from './resolved-key.ts'
import { tooManyKeys } from './too-many-keys.ts'

/**
 * The keys a JWS header may mean. `kid` as a DID URL or an address leads to a document; as a bare word
 * it is a fragment, a `kid` or a thumbprint in the issuer's own document. A `jwk` in the header is
 * good for the arithmetic and proves nothing about whose it is: the same key has to be found at the
 * issuer (OB 3.0 #jwt-proof; RFC 7638). Without either, every key of the issuer is tried.
 *
 * @param issuerIds `iss` and `issuer.id`: one name, or two that a check of its own tells apart.
 * @returns at least one answer.
 */
export function jwsKeys(
  the: Case,
  header: JsonObject,
  issuerIds: readonly string[],
): readonly ResolvedKey[] {
  const kid = textOf(valueAt(header, 'kid'))
  const jwk = valueAt(header, 'jwk')
  const enclosed = jwk === undefined ? null : keyOfJwk(jwk)
  const own = enclosed?.ok === true ? enclosed.value : null
  const found = findKeys(the, kid, own, issuerIds)
  if (kid === null && enclosed?.ok === false) {
    const bad = unresolved('', 'fail', 'KEY_NOT_AVAILABLE', {})
    return [{ ...bad, problem: problemOf(enclosed.refusal) }]
  }
  return found.map(key => withOwn(key, own, jwk))
}

function findKeys(
  the: Case,
  kid: string | null,
  own: JoseKey | null,
  issuerIds: readonly string[],
): readonly ResolvedKey[] {
  const isAddress = kid !== null && /^(did:|https:\/\/)/.test(kid)
  const addressed = isAddress ? byAddress(the, kid) : []
  if (addressed.some(key => key.problem?.code !== 'NOT_RETRIEVED')) return addressed
  const named = kid === null || isAddress ? [] : issuerIds.flatMap(id => namedKeys(the, id, kid))
  if (named.length > 0) return named
  const known = issuerIds.map(id => issuerKeys(the, id))
  const keys = known.flatMap(issuer => issuer.keys)
  if (kid === null && own === null && keys.length > 0) return keys
  // What the address holds is not at hand; the issuer's document may repeat the key itself.
  const meant = new Set([kid, own === null ? null : thumbprintOf(own)])
  const same = keys.filter(
    key => meant.has(key.method) || (key.key !== null && meant.has(thumbprintOf(key.key))),
  )
  if (same.length > 0) return same
  if (isAddress) return addressed
  if (known.some(issuer => !issuer.isReadWhole)) return [tooManyKeys.key]
  const isAtHand = known.some(issuer => issuer.isAtHand)
  return [notFound(kid, isAtHand)]
}

function notFound(kid: string | null, isAtHand: boolean): ResolvedKey {
  const facts = { kid: (kid ?? '').slice(0, 500), reason: 'the issuer does not name this key' }
  if (!isAtHand) return unresolved(kid ?? '', 'unknown', 'KEY_NOT_AVAILABLE', facts)
  const stranger = unresolved(kid ?? '', 'fail', 'INVALID_VERIFICATION_METHOD', facts)
  return { ...stranger, isAssertionMethod: false }
}

/** A DID without a fragment means any key of its own; any other address one of them. */
function byAddress(the: Case, kid: string): readonly ResolvedKey[] {
  const isWholeDid = kid.startsWith('did:') && !kid.includes('#')
  const all = isWholeDid ? issuerKeys(the, kid).keys : []
  return all.length > 0 ? all : resolveMethod(the, kid)
}

/** The keys of an issuer that a bare word names: by the fragment of their id, or by their `kid`. */
function namedKeys(the: Case, id: string, kid: string): readonly ResolvedKey[] {
  const fragment = kid.startsWith('#') ? kid.slice(1) : kid
  const isNamed = (method: string, own: string | null) =>
    method.split('#')[1] === fragment || own === kid
  return issuerKeys(the, id, isNamed).keys.filter(key => isNamed(key.method, key.kid))
}

/** A key in the header stands in where none was found, and tells if it shows its secret. */
function withOwn(found: ResolvedKey, own: JoseKey | null, jwk: JsonValue | undefined): ResolvedKey {
  const isSecretShown = found.isSecretShown || isPrivateJwk(jwk)
  return { ...found, key: found.key ?? own, isSecretShown }
}
