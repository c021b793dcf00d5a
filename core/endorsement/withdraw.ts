import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { endorsementMachine, EndorsementRecord, endorsementReasonCharsMax } from './record.ts'
import { mayWithdraw } from './rights.ts'

/** Shows an endorsement no longer, for good. Badges that carry it inside stay as they were signed. */
export const withdrawEndorsement = command({
  name: 'endorsement.withdraw',
  where: 'both',
  input: z.object({ endorsement: idInput, reason: z.string().max(endorsementReasonCharsMax) }),
  needs: q => q.first(i => ({ endorsement: must(EndorsementRecord, i.endorsement) })),
  right: (actor, s) => mayWithdraw(actor, s.endorsement),
  decide(s, i, context) {
    const { state: was, offeredAt, said, owner } = s.endorsement.body
    const by = context.actor.person
    if (owner === by) return refuse('badge_own', { badge: said?.issuer.name ?? '' })
    const state = step(endorsementMachine, was, 'withdraw')
    if (state === undefined) return refuse('endorsement_state', { state: was })
    const withdrawnReason = i.reason.trim()
    if (withdrawnReason === '') return refuse('reason_missing', { what: said?.issuer.name ?? '' })
    const withdrawnAt = datedAt(context, offeredAt)
    return {
      changes: [patch(s.endorsement, { state, withdrawnBy: by, withdrawnAt, withdrawnReason })],
    }
  },
})
