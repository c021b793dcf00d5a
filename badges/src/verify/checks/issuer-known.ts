import { problemsMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/**
 * Whether the issuer is in a list that the holder of the bundle trusts. Being in no list is not a
 * fault: the answer is then unknown, never fail.
 */
export function issuerKnown(the: Case): Finding {
  const base = { id: 'issuer.known', about: '/issuer', spec: 'the bundle’s list of issuers' }
  const known = the.bundle.issuers.find(issuer => issuer.id === the.issuerId)
  if (known === undefined) {
    const unread = (the.bundle.registries ?? []).filter(({ refusal }) => refusal !== null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'ISSUER_NOT_LISTED',
      facts: {
        issuer: (the.issuerId ?? '').slice(0, 500),
        lists: the.bundle.issuers.length,
        // It may stand in one of these.
        ...(unread.length === 0
          ? {}
          : { unread: unread.slice(0, problemsMax).map(({ url }) => url.slice(0, 500)) }),
      },
      message: 'The issuer is in no list that is at hand.',
    }
  }
  return {
    ...base,
    outcome: 'pass',
    facts: { issuer: known.id, name: known.name ?? '', source: known.source },
    message: 'The issuer is in a trusted list.',
    asOf: known.fetchedAt,
    evidence: {
      ...(known.url === undefined ? {} : { url: known.url }),
      source: known.source,
      fetchedAt: known.fetchedAt,
      ageMs: Math.max(0, the.at - known.fetchedAt),
    },
  }
}
