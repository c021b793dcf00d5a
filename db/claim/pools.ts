import { ClaimRecord } from '../../core/claim/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** Claims that wait for a reader, the longest first; none for those who don't read. Never one's own. */
export async function claimPool(asker: Asker): Promise<RecordRow<Claim>[]> {
  if (!asker.roles.includes('coach')) return []
  const waiting = await all(asker, ClaimRecord, {
    where: { state: 'in_review' },
    order: { by: 'changed' },
  })
  return waiting.filter(
    claim => claim.body.readers.length === 0 && claim.body.owner !== asker.person,
  )
}

/** Claims that were earned and have no badge, the longest first; none for those who don't issue. */
export async function claimsToIssue(asker: Asker): Promise<RecordRow<Claim>[]> {
  if (!asker.roles.includes('officer')) return []
  const earned = await all(asker, ClaimRecord, {
    where: { state: 'earned' },
    order: { by: 'changed', desc: true },
  })
  return earned.filter(claim => claim.body.badge === undefined).toReversed()
}
