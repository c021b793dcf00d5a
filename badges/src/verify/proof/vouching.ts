import { thumbprintOf } from '../../jose/thumbprint.ts'
import type { JsonObject } from '../../json/value.ts'
import { issuerKeysReadMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { assertsBy, methodIn, methodsIn, type StatedMethod } from './controller-document.ts'
import { ownDocument } from './issuer-document.ts'
import type { ResolvedKey } from './resolved-key.ts'

/** Whether a document lists a key among those it makes statements with; `unread` where it has too many to tell. */
export type Vouching = 'yes' | 'no' | 'unread'

/**
 * Whether an issuer's document vouches for a key that lies elsewhere: it lists the key's address, or the same key
 * under a name of its own. Where it holds a key under that address itself, that key is the one it means, and what
 * lies at the address must be the same.
 */
export function vouching(document: JsonObject, key: ResolvedKey): Vouching {
  const stated = methodIn(document, key.method)
  if (stated?.key.ok === true) return isSame(stated, key) ? 'yes' : 'no'
  if (assertsBy(document, key.method)) return 'yes'
  const methods = key.foundAt === null ? [] : methodsIn(document)
  if (methods.some(method => isSame(method, key))) return 'yes'
  return methods.length > issuerKeysReadMax ? 'unread' : 'no'
}

/** Whether the issuer's own document, where it is at hand, vouches for a key. */
export function issuerVouches(the: Case, key: ResolvedKey): boolean {
  const own = the.issuerId === null ? null : ownDocument(the, the.issuerId)
  return own?.document != null && vouching(own.document, key) === 'yes'
}

function isSame(method: StatedMethod, { key }: ResolvedKey): boolean {
  if (!method.isAssertionMethod || !method.key.ok || key === null) return false
  return thumbprintOf(method.key.value) === thumbprintOf(key)
}
