import type { Detected } from '../../detect/detected.ts'
import { issuerKnown } from '../checks/issuer-known.ts'
import { nothingToVerify } from '../checks/nothing-to-verify.ts'
import type { Finding } from '../report.ts'
import { extensions } from './extensions.ts'
import { hostedMatches } from './hosted-matches.ts'
import { documentIds, hostedRetrieved, linkedRetrieved } from './hosted-retrieved.ts'
import { hostedRevocation } from './hosted-revocation.ts'
import { hostedScope } from './hosted-scope.ts'
import type { OlderCase } from './older-case.ts'
import { expires, issuedOn } from './older-dates.ts'
import { loneModel, olderModel } from './older-model.ts'
import { revocationList } from './revocation-list.ts'
import { notSigned, signature } from './signature.ts'

/** @returns whether something is verified as Open Badges before 3.0 or as CLR 1.0. */
export function isOlder({ kind, version }: Detected): boolean {
  if (kind === 'clr') return version === '1.0'
  const isKind = ['badge', 'endorsement', 'badge-class', 'profile', 'status-list'].includes(kind)
  return isKind && version !== null && Number(version) < 3
}

/** Every check of an older badge, in the order a person would ask. */
export async function olderChecks(
  older: OlderCase,
  detected: Detected,
): Promise<readonly Finding[]> {
  const { the, jws, badge, issuer, assertion } = older
  const known = issuerKnown({ ...the, issuerId: issuer.id })
  if (!['badge', 'endorsement', 'clr'].includes(detected.kind))
    return [...loneModel(older.copy, detected), nothingToVerify(detected)]
  const vouched = jws !== null ? await signature(older, jws) : unsigned(older)
  return [
    ...vouched,
    ...linkedRetrieved(badge, 'BadgeClass'),
    ...linkedRetrieved(issuer, 'Profile'),
    ...hostedScope(older),
    ...hostedMatches(older),
    ...documentIds(older),
    ...olderModel(older),
    ...extensions(assertion, ''),
    ...extensions(badge.document ?? {}, '/badge'),
    known,
    ...issuedOn(older),
    ...expires(older),
    // A signed badge that says of itself that it is revoked is believed as well.
    ...(older.securing === 'hosted' || older.isRevoked
      ? hostedRevocation(older)
      : revocationList(older, jws !== null && isGood(vouched))),
  ]
}

function unsigned(older: OlderCase): readonly Finding[] {
  return [older.securing === 'signed' ? notSigned() : hostedRetrieved(older)]
}

function isGood(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.outcome === 'pass')
}
