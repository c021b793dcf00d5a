import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { mayRevoke } from './rights.ts'

/** Revokes a badge for ever, with a reason that its holder and every verifier may read. */
export const revokeBadge = command({
  name: 'badge.revoke',
  where: 'both',
  input: z.object({ badge: idInput, reason: z.string().max(badgeReasonCharsMax) }),
  needs: q =>
    q
      .first(i => ({ badge: must(BadgeRecord, i.badge) }))
      .next((_i, { badge: { body } }) => ({
        replaced: each(BadgeRecord, body.replaces === undefined ? [] : [body.replaces]),
      })),
  right: actor => mayRevoke(actor),
  decide(s, i, context) {
    const state = step(badgeMachine, s.badge.body.state, 'revoke')
    if (state === undefined) return refuse('badge_state', { state: s.badge.body.state })
    if (s.badge.body.owner === context.actor.person) {
      return refuse('badge_own', { badge: s.badge.body.title })
    }
    const { signedAt, approvedAt } = s.badge.body
    const reason = i.reason.trim()
    if (reason === '') return refuse('reason_missing', { what: s.badge.body.title })
    return {
      changes: [
        patch(s.badge, {
          state,
          revokedReason: reason,
          revokedBy: context.actor.person,
          revokedAt: datedAt(context, signedAt ?? approvedAt),
        }),
        // Called off before it was signed: the older one stays the badge of its claim.
        ...(signedAt === undefined ? s.replaced : []).map(old =>
          patch(old, { replacedBy: undefined }),
        ),
      ],
    }
  },
})
