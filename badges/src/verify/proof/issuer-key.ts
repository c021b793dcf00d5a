import { issuerKeysReadMax } from '../../limits.ts'
import type { Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { speaksOfKeys } from './controller-document.ts'
import { documentUrlOf, ownDocument } from './issuer-document.ts'
import { keyAge } from './key-age.ts'
import type { ResolvedKey } from './resolved-key.ts'
import { vouching } from './vouching.ts'

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
  if (key.controller === null && key.foundAt === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts,
      message: 'Nobody but the badge itself says that this key is the issuer’s.',
    }
  return askIssuer(the, issuerId, key, base, stranger)
}

/** Only the issuer's own document, or for a bare key the place it was found, can vouch for it. */
function askIssuer(
  the: Case,
  issuerId: string,
  key: ResolvedKey,
  base: Pick<Finding, 'id' | 'about' | 'spec'>,
  stranger: (message: string) => Finding,
): Finding {
  const url = documentUrlOf(issuerId)
  if (url === null) return stranger('The key belongs to somebody other than the issuer.')
  const own = ownDocument(the, issuerId)
  if (own?.isElsewhere === true)
    return {
      ...base,
      outcome: 'unknown',
      code: 'REDIRECTED',
      facts: { url: url.slice(0, 500), finalUrl: (own.evidence.finalUrl ?? '').slice(0, 500) },
      evidence: own.evidence,
      asOf: own.asOf,
      message: 'The issuer’s address leads on to another site, which cannot vouch for the key.',
    }
  // Where nobody has asked for the issuer's document, its site is all there is; where it was asked for
  // and is not there, the site may be one that many share, and any of them may have put the key there.
  const isUnasked = own === null && the.bundle.unanswered?.has(url) !== true
  const isSilent = own?.document != null && !speaksOfKeys(own.document)
  if ((isUnasked || isSilent) && key.foundAt !== null) return byOrigin(issuerId, key.foundAt, base)
  if (own === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts: { url },
      message: 'The issuer’s document, which could vouch for the key, is not at hand.',
    }
  const vouched = own.document === null ? 'no' : vouching(own.document, key)
  if (vouched === 'unread')
    return {
      ...base,
      outcome: 'unknown',
      code: 'TOO_COMPLEX',
      facts: { issuerKeysReadMax },
      message: 'The issuer’s document names more keys than are read of one issuer.',
    }
  if (vouched === 'no') return stranger('The issuer’s document does not name this key.')
  const { evidence, asOf } = own
  const good = { outcome: 'pass', message: 'The issuer’s document names the key.' } as const
  return { ...base, evidence, asOf, ...(keyAge(the, evidence) ?? good) }
}

/**
 * The usual arrangement without DIDs (OB 3.0 #jwt-proof): `kid` is an address on the issuer's own
 * site. Whoever can put a key there is the issuer's site; from elsewhere nothing follows.
 */
function byOrigin(
  issuerId: string,
  foundAt: string,
  base: Pick<Finding, 'id' | 'about' | 'spec'>,
): Finding {
  const origin = originOf(foundAt)
  const isOwn = origin !== null && origin === originOf(issuerId)
  const facts = { issuer: issuerId.slice(0, 500), foundAt: foundAt.slice(0, 500), tie: 'origin' }
  return isOwn
    ? { ...base, outcome: 'pass', facts, message: 'The key is published on the issuer’s own site.' }
    : {
        ...base,
        outcome: 'unknown',
        code: 'NOT_RETRIEVED',
        facts: { ...facts, url: issuerId.slice(0, 500) },
        message:
          'The key is published on another site, and nothing of the issuer’s at hand names it.',
      }
}

function originOf(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed?.protocol === 'https:' ? parsed.origin : null
}
