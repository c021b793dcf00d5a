import type { Badge } from '../../core/badge/record.ts'

export const actNames = ['suspend', 'resume', 'supersede', 'revoke'] as const
export type BadgeAct = (typeof actNames)[number]

/** What the office may do to a badge as it stands, what is undone most easily first. */
export function badgeActs(badge: Badge): readonly BadgeAct[] {
  const { state, canBeSuspended, replacedBy, signedAt } = badge
  const anew = replacedBy === undefined && signedAt !== undefined ? (['supersede'] as const) : []
  switch (state) {
    case 'approved':
      return ['revoke']
    case 'signed':
      return [...(canBeSuspended === true ? (['suspend'] as const) : []), ...anew, 'revoke']
    case 'suspended':
      return ['resume', ...anew, 'revoke']
    case 'revoked':
      return anew
    case 'superseded':
      return []
  }
}
