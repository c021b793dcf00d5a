import { didWebToUrl } from '../../did/did-web.ts'
import { isObject, textOf, valueAt } from '../../json/value.ts'
import type { Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { consult } from '../trust-bundle.ts'
import { assertsBy } from './controller-document.ts'
import type { ResolvedKey } from './resolved-key.ts'

const spec = 'OB 3.0 #verification; vc-data-integrity section 4.5 (controller)'

/**
 * Whether the key is the issuer's: its controller is `issuer.id`, letter by letter, or the issuer's
 * own document lists the key. That the arithmetic holds says nothing about this.
 */
export function issuerKey(the: Case, key: ResolvedKey): Finding {
  const base = {
    id: 'issuer.key',
    about: '/issuer',
    spec,
    ...(key.evidence === null ? {} : { evidence: key.evidence }),
    ...(key.asOf === null ? {} : { asOf: key.asOf }),
  }
  const { issuerId } = the
  const facts: Facts = {
    issuer: (issuerId ?? '').slice(0, 500),
    controller: (key.controller ?? '').slice(0, 500),
  }
  const stranger = (message: string): Finding => ({
    ...base,
    outcome: 'fail',
    code: 'CONTROLLER_MISMATCH',
    facts,
    message,
  })
  if (issuerId === null)
    return { ...base, outcome: 'unknown', code: 'MALFORMED_VALUE_ERROR', message: 'No issuer.' }
  if (key.controller === issuerId)
    return { ...base, outcome: 'pass', facts, message: 'The key is the issuer’s own.' }
  if (key.problem?.outcome === 'fail' && key.isAssertionMethod === false)
    return stranger('The issuer’s document does not name this key.')
  if (key.controller === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts,
      message: 'Nobody but the badge itself says that this key is the issuer’s.',
    }
  return askIssuer(the, issuerId, key, base, stranger)
}

/** The key has another controller: only the issuer's own document can still vouch for it. */
function askIssuer(
  the: Case,
  issuerId: string,
  key: ResolvedKey,
  base: Pick<Finding, 'id' | 'about' | 'spec'>,
  stranger: (message: string) => Finding,
): Finding {
  const url = documentUrlOf(issuerId)
  if (url === null) return stranger('The key belongs to somebody other than the issuer.')
  const consulted = consult(the.bundle, issuerId, the.at) ?? consult(the.bundle, url, the.at)
  if (consulted === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts: { url },
      message: 'The issuer’s document, which could vouch for the key, is not at hand.',
    }
  const document = consulted.json.ok ? consulted.json.value : null
  const vouches =
    isObject(document) &&
    textOf(valueAt(document, 'id')) === issuerId &&
    assertsBy(document, key.method)
  if (!vouches) return stranger('The issuer’s document does not name this key.')
  return {
    ...base,
    outcome: 'pass',
    evidence: consulted.evidence,
    asOf: consulted.asOf,
    message: 'The issuer’s document names the key.',
  }
}

/** @returns where an issuer's document would be, or null where it can have none. */
function documentUrlOf(issuerId: string): string | null {
  if (issuerId.startsWith('https://')) return issuerId
  if (!issuerId.startsWith('did:') || issuerId.startsWith('did:key:')) return null
  const url = didWebToUrl(issuerId)
  // Another DID method may have a document; where is not ours to know.
  return url.ok ? url.value : issuerId
}
