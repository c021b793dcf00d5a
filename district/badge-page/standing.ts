import type { Four } from 'open-badges-validator-core/verify'
import type { Badge } from '../../core/badge/record.ts'

/** How a badge stands, as its page says it. */
export type StandingName =
  | 'valid'
  | 'suspended'
  | 'revoked'
  | 'superseded'
  | 'expired'
  | 'unknown'
  | 'damaged'

export interface Standing {
  readonly name: StandingName
  /** Since when (epoch ms), where that is known. */
  readonly at?: number | undefined
  /** In the office's own words. */
  readonly reason?: string | undefined
}

type Recorded = Pick<
  Badge,
  'state' | 'suspension' | 'revokedAt' | 'revokedReason' | 'supersededAt' | 'validUntil'
>

/**
 * How a badge stands: the worse of what the record says and of what our own verifier says about the stored bytes. What
 * does not fit its signature says nothing at all, and unknown never looks good.
 */
export function standingOf(badge: Recorded, answers: Four): Standing {
  const { signature, status, dates } = answers
  if (signature.outcome !== 'pass') return { name: 'damaged' }
  if (badge.state === 'superseded') return { name: 'superseded', at: badge.supersededAt }
  if (badge.state === 'revoked')
    return { name: 'revoked', at: badge.revokedAt, reason: badge.revokedReason }
  // The list may know more than a record that came back from an older copy.
  if (status.code === 'REVOKED') return { name: 'revoked' }
  if (badge.state === 'suspended')
    return { name: 'suspended', at: badge.suspension?.at, reason: badge.suspension?.reason }
  if (status.code === 'SUSPENDED') return { name: 'suspended' }
  if (dates.outcome === 'fail') return { name: 'expired', at: badge.validUntil }
  const holds = status.outcome === 'pass' && dates.outcome === 'pass'
  return { name: holds ? 'valid' : 'unknown' }
}
