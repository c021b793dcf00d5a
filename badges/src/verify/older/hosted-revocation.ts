import { textOf, valueAt } from '../../json/value.ts'
import type { Finding } from '../report.ts'
import { listAge } from './list-age.ts'
import type { OlderCase } from './older-case.ts'

const spec = 'OB 2.0 #HostedBadge'

/**
 * Whether a hosted badge was taken back: HTTP 410 at its address, or `revoked: true` there. A copy
 * that says of itself that it is revoked is believed too: nobody gains by that but its issuer.
 */
export function hostedRevocation(older: OlderCase): readonly Finding[] {
  const { address, hosted, isRevoked, copy, the } = older
  const about = (address ?? '').slice(0, 500)
  const base = { id: 'status.revocation', about, spec, ...hosted?.known }
  const aged = hosted === null ? [] : listAge(the, hosted, about)
  if (isRevoked) {
    const stub = hosted?.document ?? copy
    const reason = (textOf(valueAt(stub, 'revocationReason')) ?? '').slice(0, 500)
    const facts = { url: about, reason }
    return [
      ...aged,
      { ...base, outcome: 'fail', code: 'REVOKED', facts, message: 'The issuer has revoked it.' },
    ]
  }
  if (hosted?.document)
    return [
      ...aged,
      { ...base, outcome: 'pass', facts: { url: about }, message: 'The issuer still hosts it.' },
    ]
  return [
    {
      ...base,
      outcome: 'unknown',
      code: 'STATUS_RETRIEVAL_ERROR',
      facts: { url: about },
      message: 'Whether the issuer still hosts it is not known.',
    },
  ]
}
