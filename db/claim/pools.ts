import { ClaimRecord } from '../../core/claim/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import { mayApprove } from '../../core/badge/rights.ts'
import { holds } from '../../core/access/reach.ts'
import { mayRead, mayRelease } from '../../core/review/rights.ts'
import { stillReading } from '../../core/review/still-reading.ts'
import { peopleOf } from '../person/people.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** Claims that wait for a reader, the longest first; none for those who don't read. Never one's own. */
export async function claimPool(asker: Asker): Promise<RecordRow<Claim>[]> {
  if (!holds(asker, 'coach')) return []
  const { free } = await claimsInReview(asker)
  return free.filter(claim => mayRead(asker, claim))
}

/** Claims that others read, the longest first, for those who may give them back to the pool. Never one's own. */
export async function claimsTaken(asker: Asker): Promise<RecordRow<Claim>[]> {
  if (!holds(asker, 'officer') && !holds(asker, 'administrator')) return []
  const { taken } = await claimsInReview(asker)
  return taken.filter(
    claim => mayRelease(asker, claim) && !claim.body.readers.includes(asker.person),
  )
}

async function claimsInReview(asker: Asker): Promise<Record<'free' | 'taken', RecordRow<Claim>[]>> {
  const waiting = await all(asker, ClaimRecord, {
    where: { state: 'in_review' },
    order: { by: 'changed' },
  })
  const others = waiting.filter(claim => claim.body.owner !== asker.person)
  const people = await peopleOf(
    asker,
    others.flatMap(claim => claim.body.readers),
  )
  const isFree = ({ body }: RecordRow<Claim>) => stillReading(body, people).length === 0
  return { free: others.filter(isFree), taken: others.filter(claim => !isFree(claim)) }
}

/** Claims that were earned and have no badge, the longest first; none for those who don't issue. */
export async function claimsToIssue(asker: Asker): Promise<RecordRow<Claim>[]> {
  if (!holds(asker, 'officer')) return []
  const earned = await all(asker, ClaimRecord, {
    where: { state: 'earned' },
    order: { by: 'changed', desc: true },
  })
  // One's own earned claims are told to oneself, too, but not to be issued.
  return earned
    .filter(claim => claim.body.badge === undefined && mayApprove(asker, claim))
    .toReversed()
}
