import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { badgeMachine, BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { mayResume } from './rights.ts'

/** Lifts a suspension: the badge holds again, as it was signed. */
export const resumeBadge = command({
  name: 'badge.resume',
  where: 'both',
  input: z.object({ badge: idInput, reason: z.string().max(badgeReasonCharsMax) }),
  needs: q => q.first(i => ({ badge: must(BadgeRecord, i.badge) })),
  right: (actor, s) => mayResume(actor, s.badge),
  decide(s, i, context) {
    const { title, owner, approvedAt, suspension } = s.badge.body
    const state = step(badgeMachine, s.badge.body.state, 'resume')
    if (state === undefined) return refuse('badge_state', { state: s.badge.body.state })
    const by = context.actor.person
    if (owner === by) return refuse('badge_own', { badge: title })
    const reason = i.reason.trim()
    if (reason === '') return refuse('reason_missing', { what: title })
    const at = datedAt(context, suspension?.at ?? approvedAt)
    return { changes: [patch(s.badge, { state, resumption: { by, at, reason } })] }
  },
})
