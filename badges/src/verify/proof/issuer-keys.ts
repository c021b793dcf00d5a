import { valueAt } from '../../json/value.ts'
import { issuerKeysReadMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { methodsIn, speaksOfKeys, type StatedMethod } from './controller-document.ts'
import { ownDocument } from './issuer-document.ts'
import { withKeptKeys } from './kept-keys.ts'
import { resolveMethod } from './resolve-method.ts'
import { resolvedFrom, type ResolvedKey } from './resolved-key.ts'
import { wholeMethod } from './whole-method.ts'

/** The keys an issuer names as its own, and whether it could be asked. */
export interface IssuerKeys {
  /** False where its document is not at hand, or says nothing of keys. */
  readonly isAtHand: boolean
  /** False where it names more than are read of one issuer. */
  readonly isReadWhole: boolean
  readonly keys: readonly (ResolvedKey & { readonly kid: string | null })[]
}

/**
 * @param isWanted tells by absolute id and `kid` which keys are worth reading; all where absent.
 * @returns the keys of a DID or HTTPS identifier that it may assert with, and those kept of it.
 */
export function issuerKeys(
  the: Case,
  id: string,
  isWanted?: (method: string, kid: string | null) => boolean,
): IssuerKeys {
  if (/^did:(key|jwk):/.test(id)) {
    const keys = resolveMethod(the, wholeMethod(id)).map(key => ({ ...key, kid: null }))
    return { isAtHand: true, isReadWhole: true, keys }
  }
  const own = ownDocument(the, id)
  const document = own?.document ?? null
  const read = document === null ? [] : methodsIn(document, isWanted)
  const stated = read.filter(isOf(id))
  const known = { evidence: own?.evidence ?? null, asOf: own?.asOf ?? null }
  const current = stated.map(method => ({
    ...resolvedFrom(method, method.id),
    ...known,
    kid: method.kid,
  }))
  const kids = new Map(stated.map(({ id: method, kid }) => [method, kid]))
  const isThere = own !== null && !own.isElsewhere
  const isAtHand = isThere && (document === null || speaksOfKeys(document))
  const all = withKeptKeys(
    the,
    current,
    isAtHand ? known.asOf : null,
    (_, controller) => controller === id,
  )
  const keys = all.map(key => ({ ...key, kid: kids.get(key.method) ?? keptKid(the, key.method) }))
  const isReadWhole = read.length <= issuerKeysReadMax
  return { isAtHand: isAtHand || keys.length > 0, isReadWhole, keys }
}

/** A document speaks for its own identifier: a key it calls somebody else's is not the issuer's. */
function isOf(id: string): (method: StatedMethod) => boolean {
  return method =>
    method.isAssertionMethod && (method.controller === null || method.controller === id)
}

function keptKid(the: Case, methodId: string): string | null {
  const kept = the.bundle.keys?.find(({ method }) => valueAt(method, 'id') === methodId)
  const kid = valueAt(valueAt(kept?.method, 'publicKeyJwk'), 'kid')
  return typeof kid === 'string' ? kid : null
}
