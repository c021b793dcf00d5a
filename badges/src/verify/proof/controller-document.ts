import { publicKeyOfMultikey, type PublicKey } from '../../did/multikey.ts'
import {
  isObject,
  listOf,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { verificationMethodsMax } from '../../limits.ts'

/** A verification method as its controller's document states it. */
export interface StatedMethod {
  readonly controller: string | null
  /** Null where the key is of a form this version does not read (a JWK, a PEM). */
  readonly key: PublicKey | null
  readonly multikey: string | null
  readonly isAssertionMethod: boolean
  /** As written, RFC 3339. */
  readonly expires: string | null
  readonly revoked: string | null
}

/**
 * Looks a method up in a DID or controller document (Controlled Identifiers 1.0, sections 2.2, 2.3
 * and 3.3). A key may sit in `verificationMethod`, or only inside `assertionMethod`; `#key-1` means
 * the document's own id and that fragment.
 *
 * @returns what the document says of the method, or null where it does not name it.
 */
export function methodIn(document: JsonObject, methodId: string): StatedMethod | null {
  const base = textOf(valueAt(document, 'id')) ?? ''
  const isIt = (id: JsonValue | undefined) =>
    typeof id === 'string' && (id.startsWith('#') ? base + id : id) === methodId
  const assertions = listOf(valueAt(document, 'assertionMethod')).slice(0, verificationMethodsMax)
  const methods = listOf(valueAt(document, 'verificationMethod')).slice(0, verificationMethodsMax)
  const stated = [...methods, ...assertions]
    .filter(isObject)
    .find(method => isIt(valueAt(method, 'id')))
  const isAssertionMethod = assertions.some(entry =>
    isObject(entry) ? isIt(valueAt(entry, 'id')) : isIt(entry),
  )
  if (stated === undefined) return null
  const multikey = textOf(valueAt(stated, 'publicKeyMultibase'))
  return {
    controller: textOf(valueAt(stated, 'controller')),
    key: multikey === null ? null : publicKeyOfMultikey(multikey),
    multikey,
    isAssertionMethod,
    expires: textOf(valueAt(stated, 'expires')),
    revoked: textOf(valueAt(stated, 'revoked')),
  }
}

/** @returns whether a document lists a method, by id, as one that may assert for it. */
export function assertsBy(document: JsonObject, methodId: string): boolean {
  const entries = listOf(valueAt(document, 'assertionMethod')).slice(0, verificationMethodsMax)
  return entries.some(entry => (isObject(entry) ? valueAt(entry, 'id') : entry) === methodId)
}
