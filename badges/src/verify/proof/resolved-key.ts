import { didWebToUrl } from '../../did/did-web.ts'
import { didKeyVerificationMethod, publicKeyOfDidKey } from '../../did/did-key.ts'
import { publicKeyOfMultikey, type PublicKey } from '../../did/multikey.ts'
import { isObject, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Code, Facts, Refusal } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Evidence } from '../report.ts'
import { consult } from '../trust-bundle.ts'
import { methodIn } from './controller-document.ts'

/** What is known of the key a proof names, and from whom. */
export interface ResolvedKey {
  readonly method: string
  readonly key: PublicKey | null
  readonly multikey: string | null
  /** Who the key belongs to, as somebody other than the proof says; null where nobody has. */
  readonly controller: string | null
  /** Whether the controller lists the method for assertions; null where its document is missing. */
  readonly isAssertionMethod: boolean | null
  readonly expires: string | null
  readonly revoked: string | null
  /** Why the method is not good (fail) or not known (unknown); null where it is good. */
  readonly problem: (Refusal & { readonly outcome: 'fail' | 'unknown' }) | null
  readonly evidence: Evidence | null
  readonly asOf: number | null
}

/**
 * Finds the key of a verification method: in itself (did:key) or in a document of the bundle
 * (did:web, HTTPS). A key that stands only in a URL's fragment is good for the arithmetic and proves
 * nothing about whose it is (standards: Controlled Identifiers 1.0 section 3.3).
 */
export function resolveKey(the: Case, method: string): ResolvedKey {
  if (method.startsWith('did:key:')) return fromDidKey(method)
  const [base = '', fragment = ''] = method.split('#', 2)
  if (base.startsWith('did:web:')) {
    const url = didWebToUrl(base)
    if (!url.ok) return unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', { method })
    return fromDocument(the, method, base, fragment, [base, url.value])
  }
  if (base.startsWith('did:')) {
    const name = base.split(':').slice(0, 2).join(':')
    return unresolved(method, 'unknown', 'UNSUPPORTED_DID_METHOD', { didMethod: name })
  }
  if (/^https:\/\/[^/\s]+/.test(base)) return fromDocument(the, method, base, fragment, [base])
  return unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', { method })
}

function fromDidKey(method: string): ResolvedKey {
  const [did = '', fragment] = method.split('#', 2)
  const key = publicKeyOfDidKey(did)
  const isWhole = fragment === undefined || didKeyVerificationMethod(did) === method
  if (key === null || !isWhole)
    return unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', { method })
  return {
    ...nothing,
    method,
    key,
    multikey: did.slice('did:key:'.length),
    controller: did,
    isAssertionMethod: true,
  }
}

function fromDocument(
  the: Case,
  method: string,
  base: string,
  fragment: string,
  urls: readonly string[],
): ResolvedKey {
  const own = publicKeyOfMultikey(fragment)
  const ownKey = own === null ? {} : { key: own, multikey: fragment }
  const consulted = urls
    .map(url => consult(the.bundle, url, the.at))
    .find(answer => answer !== null)
  const url = urls.at(-1) ?? base
  if (consulted === undefined || consulted === null) {
    const isBrokenKey = own === null && fragment.startsWith('z6M')
    return isBrokenKey
      ? unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', { method, reason: 'no key' })
      : { ...unresolved(method, 'unknown', 'NOT_RETRIEVED', { url }), ...ownKey }
  }
  const known = { evidence: consulted.evidence, asOf: consulted.asOf }
  const document = consulted.json.ok ? consulted.json.value : null
  if (!isObject(document) || textOf(valueAt(document, 'id')) !== base) {
    const facts = { url, reason: 'the document there is not the one of this identifier' }
    return { ...unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', facts), ...known }
  }
  return { ...stated(document, method, ownKey), ...known }
}

function stated(
  document: JsonObject,
  method: string,
  ownKey: Partial<Pick<ResolvedKey, 'key' | 'multikey'>>,
): ResolvedKey {
  const found = methodIn(document, method)
  if (found === null) {
    const facts = { method, reason: 'its controller does not name this key' }
    return {
      ...unresolved(method, 'fail', 'INVALID_VERIFICATION_METHOD', facts),
      ...ownKey,
      isAssertionMethod: false,
    }
  }
  const isUnread = found.key === null && found.multikey === null
  const problem =
    found.key !== null
      ? null
      : isUnread
        ? ({ outcome: 'unknown', code: 'NOT_CHECKED_BY_THIS_VERSION', facts: { method } } as const)
        : ({ outcome: 'fail', code: 'INVALID_VERIFICATION_METHOD', facts: { method } } as const)
  return { ...nothing, ...found, method, problem }
}

const nothing = {
  key: null,
  multikey: null,
  controller: null,
  isAssertionMethod: null,
  expires: null,
  revoked: null,
  problem: null,
  evidence: null,
  asOf: null,
} as const

function unresolved(
  method: string,
  outcome: 'fail' | 'unknown',
  code: Code,
  facts: Facts,
): ResolvedKey {
  return { ...nothing, method, problem: { outcome, code, facts } }
}
