import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { create, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { keysBehind, readingsOf } from './grounds.ts'
import { judgedAsSigned } from './judged-as-signed.ts'
import { badgeMachine, BadgeRecord, badgeReasonCharsMax } from './record.ts'
import { mayApprove } from './rights.ts'

/**
 * Issues a badge anew: the district signs what its record says today, and as soon as it has, the newer one stands in the
 * older one's place. Until then the older one holds, so nobody is without. The claim is judged again, as at the first
 * approval; the end date stays, since nothing new was shown.
 */
export const supersedeBadge = command({
  name: 'badge.supersede',
  where: 'both',
  input: z.object({ badge: idInput, correction: z.string().max(badgeReasonCharsMax) }),
  needs: q =>
    q
      .first(i => ({ badge: must(BadgeRecord, i.badge) }))
      .next((_i, s) => ({ claim: must(ClaimRecord, s.badge.body.claim) }))
      .next((_i, s) => readingsOf(s.claim))
      .next((_i, s) => keysBehind(s.claim, s.reviews)),
  right: (actor, s) => mayApprove(actor, s.claim),
  decide(s, i, context) {
    const old = s.badge.body
    const { title } = s.micro.body
    const { attempts, owner, microCredential, units } = s.claim.body
    const by = context.actor.person
    if (owner === by || attempts.some(attempt => attempt.outcome?.reader === by))
      return refuse('badge_own', { badge: title })
    const hasNext = step(badgeMachine, old.state, 'supersede') !== undefined
    if (!hasNext || old.signedAt === undefined) return refuse('badge_state', { state: old.state })
    if (old.replacedBy !== undefined) return refuse('badge_replaced', { badge: title })
    if (old.validUntil !== undefined && old.validUntil <= context.now)
      return refuse('badge_ended', { badge: title, at: old.validUntil })
    const reason = i.correction.trim()
    if (reason === '') return refuse('reason_missing', { what: title })
    const refusal = judgedAsSigned(s)
    if (refusal !== undefined) return { refusal }
    const id = context.id('badge')
    const at = datedAt(context, Math.max(old.signedAt, old.suspension?.at ?? 0, old.revokedAt ?? 0))
    return {
      changes: [
        create(BadgeRecord, id, {
          claim: s.claim.id,
          owner,
          microCredential,
          title,
          attempt: old.attempt,
          manifestSha256: old.manifestSha256,
          state: 'approved',
          approvedBy: by,
          approvedAt: at,
          ...(old.validUntil === undefined ? {} : { validUntil: old.validUntil }),
          ...(units === undefined ? {} : { units }),
          replaces: s.badge.id,
          correction: { by, at, reason },
        }),
        patch(s.badge, { replacedBy: id }),
      ],
    }
  },
})
