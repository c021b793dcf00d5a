import { createHash } from 'node:crypto'
import type { Report } from 'open-badges-validator-core/verify'
import { newestListsOf, verifyBadge } from 'open-badges-validator-core/verify'
import type { Verified } from '../../contract/device/door.ts'
import type { NewestLists } from './newest-lists.ts'
import type { TrustLists } from '../trust/trust-lists.ts'
import { officePolicy } from '../verifying/office-policy.ts'
import { verifiedOf } from './verified.ts'

/**
 * Verifies a badge with what is on this computer, as the office does, so that one badge has one answer wherever it is
 * shown. Nothing is fetched; hostile bytes get an answer like any others. `endorsements`: files of what others say; those
 * of another badge are passed over.
 */
export async function verify(
  trust: Pick<TrustLists, 'known'>,
  newest: NewestLists,
  bytes: Uint8Array,
  at: number,
  endorsements: readonly Uint8Array[] = [],
): Promise<Verified> {
  const report = await verifyBadge(bytes, {
    ...{ at, bundle: await trust.known(), policy: officePolicy },
    ...{ endorsements, endorsementsOfOthers: 'left out' },
  })
  newest.note(newestListsOf([report]))
  return verifiedOf(eachOnce(report), createHash('sha256').update(bytes).digest('hex'))
}

/** What a badge carries inside need not be told a second time because the file lies here too. */
function eachOnce(report: Report): Report {
  const inside = new Set(
    report.parts.filter(part => !isBeside(part)).map(({ subject }) => subject.id),
  )
  const parts = report.parts.filter(part => !isBeside(part) || !inside.has(part.subject.id))
  return { ...report, parts }
}

const isBeside = ({ input }: Report): boolean => input.startsWith('endorsement[')
