import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/**
 * Whether the issuer is in a list that the holder of the bundle trusts. Being in no list is not a
 * fault: the answer is then unknown, never fail.
 */
export function issuerKnown(the: Case): Finding {
  const base = { id: 'issuer.known', about: '/issuer', spec: 'the bundle’s list of issuers' }
  const known = the.bundle.issuers.find(issuer => issuer.id === the.issuerId)
  if (known === undefined)
    return {
      ...base,
      outcome: 'unknown',
      code: 'ISSUER_NOT_LISTED',
      facts: { issuer: (the.issuerId ?? '').slice(0, 500), lists: the.bundle.issuers.length },
      message: 'The issuer is in no list that is at hand.',
    }
  return {
    ...base,
    outcome: 'pass',
    facts: { issuer: known.id, name: known.name ?? '', source: known.source },
    message: 'The issuer is in a trusted list.',
    asOf: known.fetchedAt,
    evidence: {
      source: known.source,
      fetchedAt: known.fetchedAt,
      ageMs: Math.max(0, the.at - known.fetchedAt),
    },
  }
}
