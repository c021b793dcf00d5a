import type { Badge } from '../../core/badge/record.ts'
import type { Line } from './line.ts'

/** What happened to a badge last, and when (epoch ms); `undefined` while it is not signed. */
export function badgeNews(
  badge: Badge,
  reader: string,
): { readonly at: number; readonly about: Line['about'] } | undefined {
  const { title, state, signedAt, suspension, resumption, correction } = badge
  if (state === 'revoked')
    return {
      at: badge.revokedAt ?? badge.approvedAt,
      about: { what: 'revoked', title, reason: badge.revokedReason ?? '' },
    }
  if (signedAt === undefined) return undefined
  if (state === 'suspended' && suspension !== undefined)
    return { at: suspension.at, about: { what: 'suspended', title, reason: suspension.reason } }
  if (resumption !== undefined)
    return { at: resumption.at, about: { what: 'resumed', title, reason: resumption.reason } }
  if (correction !== undefined)
    return { at: signedAt, about: { what: 'corrected', title, reason: correction.reason } }
  return { at: signedAt, about: { what: 'earned', title, reader } }
}
