import {
  idOf,
  isList,
  isObject,
  listOf,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Finding, Outcome } from '../report.ts'
import { isUri } from '../checks/problems.ts'
import { isSuperseded, statusListAge } from '../checks/status-list-age.ts'
import { documentAt } from './document-at.ts'
import type { OlderCase } from './older-case.ts'
import { webAddress } from './web-address.ts'

const spec = 'OB 2.0 #RevocationList'

/**
 * Whether a signed badge or endorsement is in its issuer's list of revoked ones. The list is named
 * by the issuer's own profile; it is unsigned, so it counts only where that profile names it and
 * where it does not call itself another issuer's.
 *
 * @param isProven whether the signature shows that the badge is this issuer's. Until then the list
 * of the issuer it names may be the wrong one, and no list is no answer.
 */
export function revocationList(older: OlderCase, isProven: boolean): readonly Finding[] {
  const { the, profile, issuer } = older
  const told = (outcome: Outcome, code: Code, facts: Facts, message: string): Finding => ({
    id: 'status.revocation',
    about: '',
    spec,
    outcome,
    code,
    facts,
    message,
  })
  if (profile === null) {
    const facts = { url: (issuer.id ?? '').slice(0, 500) }
    const message = 'The issuer’s profile, which would name its list, is not at hand.'
    return [told('unknown', 'STATUS_RETRIEVAL_ERROR', facts, message)]
  }
  const stated = valueAt(profile, 'revocationList')
  if (stated === undefined && isProven) return []
  if (stated === undefined) {
    const facts = { reason: 'nothing shows that this issuer signed it' }
    const message = 'Whose list to look in is not known while its signature is not.'
    return [told('unknown', 'STATUS_VERIFICATION_ERROR', facts, message)]
  }
  const url = idOf(stated) ?? ''
  const found = webAddress(url) === null ? null : documentAt(the, url)
  const facts = { url: url.slice(0, 500) }
  if (found === null || found.isGone)
    return [told('unknown', 'STATUS_RETRIEVAL_ERROR', facts, 'The list is not at hand.')]
  const { document, known } = found
  const unread = (reason: string): Finding => ({
    ...told(
      'unknown',
      'STATUS_VERIFICATION_ERROR',
      { ...facts, reason },
      'The list cannot be read.',
    ),
    ...known,
  })
  const owner = listIssuer(older, document, url)
  // The list has no date: what was fetched later is the newer one.
  const age = statusListAge(the, known, url.slice(0, 500), { madeAt: known.asOf })
  const notes = [{ ...owner, ...known }, age]
  if (owner.outcome === 'fail') return [...notes, unread('it is the list of another issuer')]
  const entry = document === null ? null : entryOf(older, document)
  if (entry === null) return [...notes, unread('it is no list of revoked badges')]
  if (entry.isRevoked) {
    const message = 'The issuer has revoked it.'
    const revoked = told('fail', 'REVOKED', { ...facts, reason: entry.reason }, message)
    return [...notes, { ...revoked, ...known }]
  }
  if (isSuperseded(the, url, known.asOf)) {
    const older = 'A newer list was seen before, which may say otherwise.'
    return [...notes, { ...told('unknown', 'OLDER_THAN_SEEN', facts, older), ...known }]
  }
  const message = 'It is not in the issuer’s list of revoked badges.'
  return [
    ...notes,
    { id: 'status.revocation', about: '', spec, outcome: 'pass', facts, message, ...known },
  ]
}

interface Entry {
  readonly isRevoked: boolean
  readonly reason: string
}

const listed = (isRevoked: boolean, reason: unknown = ''): Entry => ({
  isRevoked,
  reason: typeof reason === 'string' ? reason.slice(0, 500) : '',
})

/** 2.0: a list of ids, `{id}`, `{uid}`, of which the last one counts. 1.x: uid → reason. */
function entryOf({ assertion, dateForm }: OlderCase, list: JsonObject): Entry | null {
  const names = ['id', 'uid'].flatMap(key => textOf(valueAt(assertion, key)) ?? [])
  const entries = valueAt(list, 'revokedAssertions')
  // One that stands alone is a list of one (JSON-LD).
  if (isList(entries) || isEntry(entries)) {
    const own = listOf(entries).findLast(entry => {
      const ids = isObject(entry) ? [valueAt(entry, 'id'), valueAt(entry, 'uid')] : [entry]
      return ids.some(id => typeof id === 'string' && names.includes(id))
    })
    if (own === undefined) return listed(false)
    return listed(valueAt(own, 'revoked') !== false, valueAt(own, 'revocationReason'))
  }
  if (entries !== undefined || dateForm === '2.0') return null
  const reason = names.map(name => valueAt(list, name)).find(value => value !== undefined)
  return listed(reason !== undefined && reason !== false, reason)
}

/** Whether a value is one revoked badge: its id, or an object that has one. */
function isEntry(value: JsonValue | undefined): boolean {
  const named = ['id', 'uid'].some(key => typeof valueAt(value, key) === 'string')
  return isUri(value) || named
}

function listIssuer({ issuer }: OlderCase, list: JsonObject | null, url: string): Finding {
  const base = { id: 'statusList.issuer', about: url.slice(0, 500), spec }
  const owner = list === null ? null : idOf(valueAt(list, 'issuer'))
  if (owner === null || owner === issuer.id)
    return { ...base, outcome: 'pass', message: 'It is the list that the issuer names.' }
  return {
    ...base,
    outcome: 'fail',
    code: 'CONTROLLER_MISMATCH',
    facts: { issuer: owner.slice(0, 500) },
    message: 'The list calls itself another issuer’s.',
  }
}
