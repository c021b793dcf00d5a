import { createHash } from 'node:crypto'
import { newestListsOf, verifyBadge } from 'open-badges-validator-core/verify'
import type { Verified } from '../../contract/device/door.ts'
import type { NewestLists } from './newest-lists.ts'
import type { TrustLists } from '../trust/trust-lists.ts'
import { officePolicy } from '../verifying/office-policy.ts'
import { verifiedOf } from './verified.ts'

/**
 * Verifies a badge with what is on this computer, as the office does, so that one badge has one answer wherever it is
 * shown. Nothing is fetched; hostile bytes get an answer like any others.
 */
export async function verify(
  trust: Pick<TrustLists, 'known'>,
  newest: NewestLists,
  bytes: Uint8Array,
  at: number,
): Promise<Verified> {
  const report = await verifyBadge(bytes, { at, bundle: await trust.known(), policy: officePolicy })
  newest.note(newestListsOf([report]))
  return verifiedOf(report, createHash('sha256').update(bytes).digest('hex'))
}
