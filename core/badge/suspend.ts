import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { maySuspend } from './rights.ts'

/** Takes a badge out of force for now, with a reason that its holder and whoever opens its page may read. */
export const suspendBadge = command({
  name: 'badge.suspend',
  where: 'both',
  input: z.object({ badge: idInput, reason: z.string().max(badgeReasonCharsMax) }),
  needs: q => q.first(i => ({ badge: must(BadgeRecord, i.badge) })),
  right: (actor, s) => maySuspend(actor, s.badge),
  decide(s, i, context) {
    const { title, owner, signedAt, approvedAt, canBeSuspended, resumption } = s.badge.body
    const state = step(badgeMachine, s.badge.body.state, 'suspend')
    if (state === undefined) return refuse('badge_state', { state: s.badge.body.state })
    const by = context.actor.person
    if (owner === by) return refuse('badge_own', { badge: title })
    // Verifiers elsewhere would never learn of it: the credential names no list of suspended badges.
    if (canBeSuspended !== true) return refuse('badge_not_suspendable', { badge: title })
    const reason = i.reason.trim()
    if (reason === '') return refuse('reason_missing', { what: title })
    const at = datedAt(context, Math.max(signedAt ?? approvedAt, resumption?.at ?? 0))
    return { changes: [patch(s.badge, { state, suspension: { by, at, reason } })] }
  },
})
