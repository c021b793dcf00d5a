import { lastEarned } from '../claim/last-earned.ts'
import type { Claim } from '../claim/record.ts'
import { isUnfinished } from '../claim/unfinished.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Badge } from './record.ts'

const dayMs = 86_400_000
/** So long before its end a badge is due to be renewed (ms): new work takes weeks, and an answer some days more. */
export const renewAheadMs = 60 * dayMs

/** A badge that its person can renew by a new claim for the same micro-credential. */
export interface Renewal {
  readonly badge: string
  readonly why: 'ending' | 'ended' | 'revoked'
  /** When it ends, ended or was revoked (epoch ms). */
  readonly at: number
  /** The new claim, where it is begun already. */
  readonly begun: string | undefined
}

type Owned<B> = Pick<Rec<B>, 'id' | 'body'>

/**
 * What one person should renew: for each micro-credential the badge of the claim that was earned last, where it ends
 * soon, has ended or was revoked. `claims` and `badges` are that person's own; `nowMs` is the only clock.
 */
export function renewals(
  claims: readonly Owned<Claim>[],
  badges: readonly Owned<Badge>[],
  nowMs: number,
): readonly Renewal[] {
  const byCode = Map.groupBy(claims, claim => claim.body.code)
  return [...byCode.values()].flatMap((own): readonly Renewal[] => {
    const earned = lastEarned(own)
    const badge = badges.find(({ id }) => id === earned?.body.badge)
    const due = badge === undefined ? undefined : dueOf(badge.body, nowMs)
    if (badge === undefined || due === undefined) return []
    const begun = own.find(claim => isUnfinished(claim.body))?.id
    return [{ badge: badge.id, ...due, begun }]
  })
}

function dueOf(
  { state, validUntil, revokedAt, approvedAt }: Badge,
  nowMs: number,
): Pick<Renewal, 'why' | 'at'> | undefined {
  if (state === 'revoked') return { why: 'revoked', at: revokedAt ?? approvedAt }
  if (validUntil === undefined || validUntil - nowMs > renewAheadMs) return undefined
  return { why: validUntil < nowMs ? 'ended' : 'ending', at: validUntil }
}
