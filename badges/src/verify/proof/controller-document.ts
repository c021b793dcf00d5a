import { isPrivateJwk, type JoseKey } from '../../jose/jose-key.ts'
import {
  isObject,
  listOf,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { issuerKeysReadMax } from '../../limits.ts'
import type { Result } from '../../refusal.ts'
import { keyOfMethod } from './key-of-method.ts'
import { dateStated, endOfJwk } from './stated-date.ts'

/** A verification method as its controller's document states it. */
export interface StatedMethod {
  /** Absolute: `#key-1` is the document's own id and that fragment. */
  readonly id: string
  readonly controller: string | null
  readonly key: Result<JoseKey>
  /** `kid` of its JWK, which a JWT may name instead of the id. */
  readonly kid: string | null
  /** The document shows the secret half as well. */
  readonly isSecretShown: boolean
  readonly isAssertionMethod: boolean
  /** As written, RFC 3339; anything else that stands there counts as passed. */
  readonly expires: string | null
  readonly revoked: string | null
}

/** @returns a verification method read on its own, outside of any document's lists. */
export function statedMethod(method: JsonObject, base: string): StatedMethod {
  const jwk = valueAt(method, 'publicKeyJwk')
  return {
    id: absolute(valueAt(method, 'id'), base) ?? '',
    controller: textOf(valueAt(method, 'controller')),
    key: keyOfMethod(method),
    kid: textOf(valueAt(jwk, 'kid')),
    isSecretShown: isPrivateJwk(jwk),
    isAssertionMethod: false,
    expires: dateStated(valueAt(method, 'expires')) ?? endOfJwk(jwk),
    revoked: dateStated(valueAt(method, 'revoked')) ?? dateStated(valueAt(jwk, 'revoked')),
  }
}

/**
 * Reads the verification methods of a DID or controller document (Controlled Identifiers 1.0,
 * sections 2.2, 2.3 and 3.3). A key may sit in `verificationMethod`, or only inside `assertionMethod`.
 *
 * @param isWanted tells by absolute id and `kid` which are worth reading.
 * @returns at most one more than `issuerKeysReadMax` of them, which says that there are more: reading a
 * key costs a look at its curve.
 */
export function methodsIn(
  document: JsonObject,
  isWanted: (id: string, kid: string | null) => boolean = () => true,
): readonly StatedMethod[] {
  const base = textOf(valueAt(document, 'id')) ?? ''
  const entries = (name: string) => listOf(valueAt(document, name))
  const assertions = entries('assertionMethod')
  const asserting = new Set(
    assertions.map(entry => absolute(isObject(entry) ? valueAt(entry, 'id') : entry, base)),
  )
  const stated = new Map<string, JsonObject>()
  for (const method of [...entries('verificationMethod'), ...assertions].filter(isObject)) {
    const id = absolute(valueAt(method, 'id'), base)
    const kid = textOf(valueAt(valueAt(method, 'publicKeyJwk'), 'kid'))
    // The first of two methods with one id counts, as for every reader that stops at the first.
    if (stated.size > issuerKeysReadMax) break
    if (id !== null && !stated.has(id) && isWanted(id, kid)) stated.set(id, method)
  }
  return [...stated].map(([id, method]) => ({
    ...statedMethod(method, base),
    isAssertionMethod: asserting.has(id),
  }))
}

/** @returns what a document says of a method, or null where it does not name it. */
export function methodIn(document: JsonObject, methodId: string): StatedMethod | null {
  return methodsIn(document, id => id === methodId)[0] ?? null
}

/** @returns whether a document lists a method, by id, as one that may assert for it. */
export function assertsBy(document: JsonObject, methodId: string): boolean {
  const entries = listOf(valueAt(document, 'assertionMethod'))
  return entries.some(entry => (isObject(entry) ? valueAt(entry, 'id') : entry) === methodId)
}

/** @returns whether a document speaks of keys at all: a plain issuer profile does not. */
export function speaksOfKeys(document: JsonObject): boolean {
  return ['verificationMethod', 'assertionMethod'].some(
    name => valueAt(document, name) !== undefined,
  )
}

function absolute(id: JsonValue | undefined, base: string): string | null {
  if (typeof id !== 'string') return null
  return id.startsWith('#') ? base + id : id
}
