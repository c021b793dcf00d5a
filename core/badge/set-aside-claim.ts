import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { holder, must } from '../kit/loads.ts'
import { isOwnWork } from './own-work.ts'
import { BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { mayApprove } from './rights.ts'

/**
 * The office approves no badge for a claim that was earned, with a reason that its person reads word for word. The
 * decision stands as it is; the person may begin a new claim, and the office takes this one up again.
 */
export const setAsideClaim = command({
  name: 'claim.set-aside',
  where: 'both',
  input: z.object({ claim: idInput, reason: z.string().max(badgeReasonCharsMax) }),
  needs: q =>
    q.first(i => ({
      claim: must(ClaimRecord, i.claim),
      badge: holder(BadgeRecord, `badge of ${i.claim}`),
    })),
  right: (actor, s) => mayApprove(actor, s.claim),
  decide(s, i, context) {
    const { title, state, setAside, changedAt } = s.claim.body
    const by = context.actor.person
    if (isOwnWork(s.claim.body, by)) return refuse('badge_own', { badge: title })
    if (s.badge !== undefined) return refuse('badge_exists', { badge: title })
    if (state !== 'earned') return refuse('claim_state', { state })
    if (setAside !== undefined) return refuse('claim_set_aside', { title })
    const reason = i.reason.trim()
    if (reason === '') return refuse('set_aside_reason', { title })
    const at = datedAt(context, changedAt)
    return { changes: [patch(s.claim, { setAside: { by, at, reason }, changedAt: at })] }
  },
})
