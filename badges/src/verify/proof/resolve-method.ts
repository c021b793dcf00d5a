import { didJwkVerificationMethod, jwkOfDidJwk } from '../../did/did-jwk.ts'
import { didKeyVerificationMethod } from '../../did/did-key.ts'
import { didWebToUrl } from '../../did/did-web.ts'
import { isPrivateJwk, keyOfJwk } from '../../jose/jose-key.ts'
import { keyOfMultikey } from '../../jose/key-of-multikey.ts'
import { isObject, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import { methodCharactersMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { methodIn, statedMethod } from './controller-document.ts'
import { consultFirst } from './issuer-document.ts'
import { isRedirected } from '../redirected.ts'
import { isJwkDocument, keysOfJwkDocument } from './jwk-set.ts'
import { withKeptKeys } from './kept-keys.ts'
import {
  nothingKnown,
  problemOf,
  resolvedFrom,
  unresolved,
  type ResolvedKey,
} from './resolved-key.ts'
import { wholeMethod } from './whole-method.ts'

/**
 * Finds the key of a verification method: in itself (did:key, did:jwk) or in a document of the bundle
 * (did:web, HTTPS: a controller document, a JWK, a JWKS), and among the keys the bundle keeps. A key
 * that stands only in a URL's fragment is good for the arithmetic and proves nothing about whose it
 * is (Controlled Identifiers 1.0 section 3.3).
 *
 * @returns at least one answer; several where several keys could be meant.
 */
export function resolveMethod(the: Case, method: string): readonly ResolvedKey[] {
  const current = currentKeys(the, method)
  const whole = wholeMethod(method)
  return withKeptKeys(the, current, current[0]?.asOf ?? null, id => id === whole)
}

function currentKeys(the: Case, method: string): readonly ResolvedKey[] {
  const malformed = unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', {
    method: shown(method),
  })
  if (method.length > methodCharactersMax) return [malformed]
  const [base = '', fragment = ''] = method.split('#', 2)
  if (base.startsWith('did:key:')) return [fromDidKey(method) ?? malformed]
  if (base.startsWith('did:jwk:')) return [fromDidJwk(method) ?? malformed]
  if (base.startsWith('did:web:')) {
    const url = didWebToUrl(base)
    return url.ok ? fromDocument(the, method, base, fragment, [base, url.value]) : [malformed]
  }
  if (base.startsWith('did:')) {
    const didMethod = base.split(':').slice(0, 2).join(':').slice(0, 100)
    return [unresolved(method, 'unknown', 'UNSUPPORTED_DID_METHOD', { didMethod })]
  }
  if (/^https:\/\/[^/\s]+/.test(base)) return fromDocument(the, method, base, fragment, [base])
  return [malformed]
}

function fromDidKey(method: string): ResolvedKey | null {
  const [did = '', fragment] = method.split('#', 2)
  if (fragment !== undefined && didKeyVerificationMethod(did) !== method) return null
  const key = keyOfMultikey(did.slice('did:key:'.length))
  const known = { ...nothingKnown, method, controller: did, isAssertionMethod: true }
  if (key.ok) return { ...known, key: key.value }
  return key.refusal.code === 'NOT_CHECKED_BY_THIS_VERSION'
    ? { ...known, problem: problemOf(key.refusal) }
    : null
}

function fromDidJwk(method: string): ResolvedKey | null {
  const [did = '', fragment] = method.split('#', 2)
  const jwk = jwkOfDidJwk(did)
  if (jwk === null || (fragment !== undefined && didJwkVerificationMethod(did) !== method))
    return null
  const key = keyOfJwk(jwk)
  return {
    ...nothingKnown,
    method,
    controller: did,
    isAssertionMethod: true,
    key: key.ok ? key.value : null,
    isSecretShown: isPrivateJwk(jwk),
    problem: key.ok ? null : problemOf(key.refusal),
  }
}

function fromDocument(
  the: Case,
  method: string,
  base: string,
  fragment: string,
  urls: readonly string[],
): readonly ResolvedKey[] {
  const consulted = consultFirst(the, [method, ...urls])
  const url = urls.at(-1) ?? base
  if (consulted === null) return [fromFragment(method, fragment, url)]
  const known = { evidence: consulted.evidence, asOf: consulted.asOf }
  const document = consulted.json.ok ? consulted.json.value : null
  const finalUrl = consulted.evidence.finalUrl ?? base
  if (isObject(document) && base.startsWith('https:') && isJwkDocument(document)) {
    const keys = keysOfJwkDocument(document, base, fragment, finalUrl)
    const none = unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', {
      method: shown(method),
      reason: 'the key set does not hold it',
    })
    return (keys.length === 0 ? [none] : keys).map(key => ({ ...key, ...known }))
  }
  if (isObject(document) && isMethodItself(document, method))
    return [{ ...fromMethodDocument(document, method, base, finalUrl), ...known }]
  if (isRedirected(the.bundle, consulted.evidence.url ?? url)) {
    const facts = { url: shown(url), finalUrl: shown(finalUrl) }
    const { key } = fromFragment(method, fragment, url)
    return [{ ...unresolved(method, 'unknown', 'REDIRECTED', facts), key, ...known }]
  }
  if (!isObject(document) || textOf(valueAt(document, 'id')) !== base) {
    const facts = {
      url: shown(url),
      reason: 'the document there is not the one of this identifier',
    }
    return [{ ...unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', facts), ...known }]
  }
  return [{ ...fromController(document, method, base, fragment), ...known }]
}

/** @returns a name as it may stand in a report. */
function shown(name: string): string {
  return name.slice(0, 500)
}

/** The document is not at hand: the fragment may still hold a key for the arithmetic. */
function fromFragment(method: string, fragment: string, url: string): ResolvedKey {
  const own = keyOfMultikey(fragment)
  const isBrokenKey = !own.ok && own.refusal.code !== 'NOT_CHECKED_BY_THIS_VERSION'
  if (isBrokenKey && fragment.startsWith('z6M'))
    return unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', {
      method: shown(method),
      reason: 'no key',
    })
  return {
    ...unresolved(method, 'unknown', 'NOT_RETRIEVED', { url: shown(url) }),
    key: own.ok ? own.value : null,
  }
}

/** Some issuers serve the verification method itself at its URL. */
function isMethodItself(document: JsonObject, method: string): boolean {
  const hasKey = Object.keys(document).some(name => name.startsWith('publicKey'))
  return hasKey && textOf(valueAt(document, 'id')) === method
}

/** Such a document says who controls it, which anybody can write: only the controller can tell. */
function fromMethodDocument(
  document: JsonObject,
  method: string,
  base: string,
  foundAt: string,
): ResolvedKey {
  const stated = resolvedFrom(statedMethod(document, base), method)
  return { ...stated, controller: null, isAssertionMethod: null, foundAt }
}

function fromController(
  document: JsonObject,
  method: string,
  base: string,
  fragment: string,
): ResolvedKey {
  const found = methodIn(document, method)
  if (found === null) {
    const reason = 'its controller does not name this key'
    const own = keyOfMultikey(fragment)
    return {
      ...unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', {
        method: shown(method),
        reason,
      }),
      key: own.ok ? own.value : null,
      isAssertionMethod: false,
    }
  }
  // A document speaks for its own identifier: a key it calls somebody else's is not theirs by that.
  if (found.controller !== null && found.controller !== base) {
    const reason = 'the document calls the key somebody else’s'
    return {
      ...resolvedFrom(found, method),
      controller: null,
      isAssertionMethod: false,
      problem: {
        outcome: 'fail',
        code: 'INVALID_VERIFICATION_METHOD',
        facts: { method: shown(method), reason },
      },
    }
  }
  return resolvedFrom(found, method)
}
