import { z } from 'zod'
import { districtItself } from '../access/district-itself.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { maySuspend } from './rights.ts'

/**
 * Takes a badge out of force for now, with a reason that its holder and whoever opens its page may read. What the district
 * suspended itself, since an older copy of its record had forgotten who did (`district/badge/suspend-again.ts`), an officer
 * may suspend all the same: their word stands in its place, be it that of then, which comes again.
 */
export const suspendBadge = command({
  name: 'badge.suspend',
  where: 'both',
  input: z.object({ badge: idInput, reason: z.string().max(badgeReasonCharsMax) }),
  needs: q => q.first(i => ({ badge: must(BadgeRecord, i.badge) })),
  right: (actor, s) => maySuspend(actor, s.badge),
  decide(s, i, context) {
    const { state: was, title, owner, signedAt, approvedAt } = s.badge.body
    const { canBeSuspended, suspension, resumption } = s.badge.body
    const by = context.actor.person
    const isPlaceholder = was === 'suspended' && suspension?.by === districtItself
    const state = isPlaceholder && by !== districtItself ? was : step(badgeMachine, was, 'suspend')
    if (state === undefined) return refuse('badge_state', { state: was })
    if (owner === by) return refuse('badge_own', { badge: title })
    // Verifiers elsewhere would never learn of it: the credential names no list of suspended badges.
    if (canBeSuspended !== true) return refuse('badge_not_suspendable', { badge: title })
    const reason = i.reason.trim()
    if (reason === '') return refuse('reason_missing', { what: title })
    const at = datedAt(context, Math.max(signedAt ?? approvedAt, resumption?.at ?? 0))
    return { changes: [patch(s.badge, { state, suspension: { by, at, reason } })] }
  },
})
