import { didWebToUrl } from '../../did/did-web.ts'
import { textOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { finalUrlOf } from '../trust-bundle.ts'

const spec = 'Bitstring Status List v1.0 section 3.2'

/**
 * Whether a status list is by whom one expects: by the badge's issuer; at the place where the issuer or
 * the badge itself lives; or by somebody the bundle itself names. One of thousands in a registry is nobody's
 * keeper for that. Another's list is allowed, and told.
 *
 * @param owner `issuer` of the list; null where it names none.
 */
export function statusListIssuer(the: Case, owner: string | null, url: string): Finding {
  const base = { id: 'statusList.issuer', about: url, spec }
  if (owner !== null && owner === the.issuerId)
    return { ...base, outcome: 'pass', message: 'The status list is by the same issuer.' }
  const facts = { issuer: (owner ?? '').slice(0, 500) }
  if (isOwnPlace(the, url))
    return {
      ...base,
      outcome: 'pass',
      facts: { ...facts, tie: 'origin' },
      message: 'The status list is published where the issuer or the badge itself lives.',
    }
  const isNamed = the.bundle.issuers.some(({ id, url: from }) => id === owner && from === undefined)
  if (owner !== null && isNamed)
    return {
      ...base,
      outcome: 'pass',
      facts: { ...facts, tie: 'bundle' },
      message: 'The status list is by another issuer, who is in a trusted list.',
    }
  return {
    ...base,
    outcome: 'unknown',
    code: 'CONTROLLER_MISMATCH',
    facts,
    message: 'The status list is by another issuer; the badge itself names its address.',
  }
}

/**
 * @returns whether what the bundle holds at an address came from the site of the badge's issuer, or of the
 * badge itself. Where the address led on, the one that answered counts.
 */
export function isOwnPlace(the: Case, url: string): boolean {
  const origin = originOf(finalUrlOf(the.bundle, url))
  if (origin === null) return false
  const id = textOf(valueAt(the.document, 'id')) ?? ''
  return [siteOf(the.issuerId ?? ''), id].some(place => originOf(place) === origin)
}

function siteOf(issuerId: string): string {
  if (!issuerId.startsWith('did:web:')) return issuerId
  const url = didWebToUrl(issuerId)
  return url.ok ? url.value : ''
}

function originOf(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed?.protocol === 'https:' ? parsed.origin : null
}
