import { z } from 'zod'
import { ClaimRecord } from '../claim/record.ts'
import { create, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { holder, must } from '../kit/loads.ts'
import { keysBehind, readingsOf } from './grounds.ts'
import { judgedAsSigned } from './judged-as-signed.ts'
import { isOwnWork } from './own-work.ts'
import { BadgeRecord } from './record.ts'
import { mayApprove } from './rights.ts'

/**
 * The office approves a badge for a claim that was earned; the district signs it next. One badge a claim. The office's
 * own computer judges the claim again from what person and readers signed, and so does the district.
 */
export const approveBadge = command({
  name: 'badge.approve',
  where: 'both',
  input: z.object({ claim: idInput }),
  needs: q =>
    q
      .first(i => ({
        claim: must(ClaimRecord, i.claim),
        badge: holder(BadgeRecord, `badge of ${i.claim}`),
      }))
      .next((_i, s) => readingsOf(s.claim))
      .next((_i, s) => keysBehind(s.claim, s.reviews)),
  right: (actor, s) => mayApprove(actor, s.claim),
  decide(s, _i, context) {
    const { state, attempts, owner, microCredential, units, setAside } = s.claim.body
    const { title } = s.micro.body
    const attempt = attempts.at(-1)
    if (isOwnWork(s.claim.body, context.actor.person)) return refuse('badge_own', { badge: title })
    if (s.badge !== undefined) return refuse('badge_exists', { badge: title })
    if (state !== 'earned' || attempt === undefined) return refuse('claim_state', { state })
    if (setAside !== undefined) return refuse('claim_set_aside', { title })
    const refusal = judgedAsSigned(s)
    if (refusal !== undefined) return { refusal }
    const id = context.id('badge')
    const approvedAt = datedAt(context, s.claim.body.changedAt)
    return {
      changes: [
        create(BadgeRecord, id, {
          claim: s.claim.id,
          owner,
          microCredential,
          title,
          attempt: attempt.n,
          manifestSha256: attempt.manifestSha256,
          state: 'approved',
          ...(units === undefined ? {} : { units }),
          approvedBy: context.actor.person,
          approvedAt,
        }),
        patch(s.claim, { badge: id, changedAt: approvedAt }),
      ],
    }
  },
})
