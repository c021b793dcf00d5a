import { patch } from '../kit/change.ts'
import type { Context, Decision } from '../kit/command.ts'
import { refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { step } from '../kit/machine.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Badge } from './record.ts'
import { badgeMachine } from './record.ts'

interface Revoking {
  readonly badge: Rec<Badge>
  /** The badge that this one was to take the place of. */
  readonly replaced: readonly Rec<Badge>[]
}

/** Who revokes, why, and who else stands for it. */
interface By {
  readonly by: string
  readonly with?: string
  readonly reason: string
}

/** What revoking a badge comes to, whoever may do it. Nobody revokes their own. */
export function revoked(
  { badge, replaced }: Revoking,
  { by, with: other, reason }: By,
  context: Context,
): Decision {
  const { state: before, owner, title, signedAt, approvedAt, suspension, resumption } = badge.body
  const state = step(badgeMachine, before, 'revoke')
  if (state === undefined) return refuse('badge_state', { state: before })
  if (owner === by || owner === other) return refuse('badge_own', { badge: title })
  const notBefore = Math.max(signedAt ?? approvedAt, suspension?.at ?? 0, resumption?.at ?? 0)
  return {
    changes: [
      patch(badge, {
        state,
        revokedReason: reason,
        revokedBy: by,
        ...(other === undefined ? {} : { revokedWith: other }),
        revokedAt: datedAt(context, notBefore),
      }),
      // Called off before it was signed: the older one stays the badge of its claim.
      ...(signedAt === undefined ? replaced : []).map(old => patch(old, { replacedBy: undefined })),
    ],
  }
}
