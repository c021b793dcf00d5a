import { ClaimRecord } from '../../core/claim/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import { isOwnWork } from '../../core/badge/own-work.ts'
import { mayApprove } from '../../core/badge/rights.ts'
import { holds } from '../../core/access/reach.ts'
import { mayRead } from '../../core/review/rights.ts'
import { stillReading } from '../../core/review/still-reading.ts'
import { peopleOf } from '../person/people.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** Claims that wait for a reader, the longest first; none for those who don't read. Never one's own. */
export async function claimPool(asker: Asker): Promise<RecordRow<Claim>[]> {
  if (!holds(asker, 'coach')) return []
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
  return others.filter(claim => isFree(claim) && mayRead(asker, claim))
}

/** Claims that wait for the asker to approve a badge, the longest first; none for those who don't issue. */
export async function claimsToIssue(asker: Asker): Promise<RecordRow<Claim>[]> {
  return (await claimsWithoutBadge(asker)).toIssue
}

interface WithoutBadge {
  readonly toIssue: RecordRow<Claim>[]
  /** Written or judged by the asker: another in the office approves them. */
  readonly own: RecordRow<Claim>[]
  /** What the office approves no badge for. */
  readonly setAside: RecordRow<Claim>[]
}

/** Every claim that was earned and has no badge, the longest first, by who can do what about it. */
export async function claimsWithoutBadge(asker: Asker): Promise<WithoutBadge> {
  if (!holds(asker, 'officer')) return { toIssue: [], own: [], setAside: [] }
  const earned = await all(asker, ClaimRecord, {
    where: { state: 'earned' },
    order: { by: 'changed', desc: true },
  })
  // One's own earned claims are told to oneself, too, but not to be issued.
  const waiting = earned
    .filter(claim => claim.body.badge === undefined && mayApprove(asker, claim))
    .toReversed()
  const isSetAside = ({ body }: RecordRow<Claim>) => body.setAside !== undefined
  const isOwn = ({ body }: RecordRow<Claim>) => isOwnWork(body, asker.person)
  return {
    toIssue: waiting.filter(claim => !isSetAside(claim) && !isOwn(claim)),
    own: waiting.filter(claim => !isSetAside(claim) && isOwn(claim)),
    setAside: waiting.filter(isSetAside),
  }
}
