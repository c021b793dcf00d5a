import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { GivenEndorsementRecord, givenMachine, givenReasonSchema } from './given.ts'
import { mayGive } from './rights.ts'

/** Takes the district's word back for good, with a reason that whoever opens its page may read. */
export const takeBackEndorsement = command({
  name: 'endorsement.take-back',
  where: 'both',
  input: z.object({ endorsement: idInput, reason: givenReasonSchema }),
  needs: q => q.first(i => ({ endorsement: must(GivenEndorsementRecord, i.endorsement) })),
  right: actor => mayGive(actor),
  decide(s, i, context) {
    const { state: was, endorsed, givenAt, signedAt } = s.endorsement.body
    const state = step(givenMachine, was, 'withdraw')
    if (state === undefined) return refuse('endorsement_state', { state: was })
    const withdrawnReason = i.reason.trim()
    if (withdrawnReason === '') return refuse('reason_missing', { what: endorsed.name })
    const withdrawnAt = datedAt(context, signedAt ?? givenAt)
    const withdrawnBy = context.actor.person
    return { changes: [patch(s.endorsement, { state, withdrawnBy, withdrawnAt, withdrawnReason })] }
  },
})
