import { listId } from './list-id.ts'
import {
  idOf,
  isList,
  isObject,
  textOf,
  textsOf,
  valueAt,
  type JsonObject,
} from '../../json/value.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { consult, finalUrlOf } from '../trust-bundle.ts'
import { isSuperseded, statusListAge } from './status-list-age.ts'
import { isOwnPlace, statusListIssuer } from './status-list-issuer.ts'

const spec = '1EdTech VC Revocation List 1.0 section 3'

/**
 * Looks a credential up in a `1EdTechRevocationList`. The list is not signed: who publishes it is told
 * by its address alone, so silence of a list that lies on another site than the issuer's and the badge's
 * is no answer, and neither is that of a page that only happens to be JSON. It may hold ids nobody issued,
 * to hide how many were revoked.
 */
export function revocationListStatus(
  the: Case,
  entry: JsonObject,
  about: string,
): readonly Finding[] {
  const url = textOf(valueAt(entry, 'id')) ?? ''
  const id = textOf(valueAt(the.document, 'id'))
  const facts: Facts = { url: url.slice(0, 500) }
  const base = { id: 'status.revocation', about, spec }
  const unknown = (code: Code, more: Facts = {}): Finding => ({
    ...base,
    outcome: 'unknown',
    code,
    facts: { ...facts, ...more },
    message: 'Whether it was revoked is not known.',
  })
  if (url === '' || id === null) return [unknown('MALFORMED_VALUE_ERROR')]
  const consulted = consult(the.bundle, url, the.at)
  if (consulted === null) return [unknown('STATUS_RETRIEVAL_ERROR')]
  const known = { evidence: consulted.evidence, asOf: consulted.asOf }
  const list = consulted.json.ok ? consulted.json.value : null
  const owner = idOf(valueAt(list ?? undefined, 'issuer'))
  const notes = [
    { ...listIssuer(the, owner, url), ...known },
    { ...listId(list ?? undefined, url, finalUrlOf(the.bundle, url), spec), ...known },
    statusListAge(the, consulted, url, { madeAt: consulted.asOf }),
  ]
  const entries = valueAt(list ?? undefined, 'revokedCredential')
  // A single object stands for a list of one in JSON-LD; none at all is an empty list (section 3).
  const isListOfRevoked =
    isObject(list) && (entries === undefined || isList(entries) || isObject(entries))
  const isAnothers = owner !== null && owner !== the.issuerId
  if (!isListOfRevoked || isAnothers) {
    const reason = isAnothers
      ? 'it is the list of another issuer'
      : 'it is no list of revoked credentials'
    return [...notes, { ...unknown('STATUS_VERIFICATION_ERROR', { reason }), ...known }]
  }
  const own = [entries ?? []].flat().filter(revoked => idOf(revoked) === id)
  const revoked = own.find(found => valueAt(found, 'revoked') !== false)
  if (revoked !== undefined)
    return [
      ...notes,
      {
        ...base,
        ...known,
        outcome: 'fail',
        code: 'REVOKED',
        facts: {
          ...facts,
          reason: (textOf(valueAt(revoked, 'revocationReason')) ?? '').slice(0, 500),
        },
        message: 'The issuer has revoked it.',
      },
    ]
  if (isSuperseded(the, url, consulted.asOf))
    return [...notes, { ...unknown('OLDER_THAN_SEEN'), ...known }]
  if (!isOwnPlace(the, url))
    return [
      ...notes,
      {
        ...unknown('STATUS_VERIFICATION_ERROR', { reason: 'it is unsigned, and on another site' }),
        ...known,
      },
    ]
  if (!isItself(the, list, url))
    return [
      ...notes,
      {
        ...unknown('STATUS_VERIFICATION_ERROR', { reason: 'it does not say that it is this list' }),
        ...known,
      },
    ]
  const message = 'It is not in the issuer’s list of revoked credentials.'
  return [...notes, { ...base, ...known, outcome: 'pass', facts, message }]
}

const listType = '1EdTechRevocationList'
/** What an empty list consists of: an issuer that may write no empty arrays leaves the entries out. */
const ofEmptyList = new Set(['@context', 'id', 'type', 'issuer', 'revokedCredential'])

/**
 * Whether a document says of itself that it is the list asked for: by its address and its issuer, which
 * section 3 requires, or by its type. `{"error": …}` says so as little as a list with a misspelt member.
 */
function isItself(the: Case, list: JsonObject, url: string): boolean {
  const id = textOf(valueAt(list, 'id'))
  const isNamed = id === url || id === finalUrlOf(the.bundle, url)
  const isIssuers = isNamed && idOf(valueAt(list, 'issuer')) === the.issuerId
  const isTyped = (id === null || isNamed) && textsOf(valueAt(list, 'type')).includes(listType)
  const hasEntries = valueAt(list, 'revokedCredential') !== undefined
  const isWhole = hasEntries || Object.keys(list).every(key => ofEmptyList.has(key))
  return (isIssuers || isTyped) && isWhole
}

/** Nothing proves what an unsigned list says of its issuer, so only the address can tie it. */
function listIssuer(the: Case, owner: string | null, url: string): Finding {
  if (owner === null || owner === the.issuerId) return { ...statusListIssuer(the, null, url), spec }
  return {
    id: 'statusList.issuer',
    about: url,
    spec,
    outcome: 'fail',
    code: 'CONTROLLER_MISMATCH',
    facts: { issuer: owner.slice(0, 500) },
    message: 'The list calls itself another issuer’s.',
  }
}
