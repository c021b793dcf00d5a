import { z } from 'zod'
import { districtItself } from '../access/district-itself.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { GivenEndorsementRecord, givenMachine, givenReasonSchema } from './given.ts'
import { mayTakeBack } from './rights.ts'

/**
 * Takes the district's word back for good, with a reason that whoever opens its page may read. What the district took back
 * itself, since an older copy of its record had forgotten who did (`district/endorsement/take-back-again.ts`), the office may
 * take back all the same: its word stands in that place, be it that of then, which comes again.
 */
export const takeBackEndorsement = command({
  name: 'endorsement.take-back',
  where: 'both',
  input: z.object({ endorsement: idInput, reason: givenReasonSchema }),
  needs: q => q.first(i => ({ endorsement: must(GivenEndorsementRecord, i.endorsement) })),
  right: actor => mayTakeBack(actor),
  decide(s, i, context) {
    const { state: was, endorsed, givenAt, signedAt, withdrawnBy: before } = s.endorsement.body
    const withdrawnBy = context.actor.person
    const isPlaceholder = was === 'withdrawn' && before === districtItself
    const state =
      isPlaceholder && withdrawnBy !== districtItself ? was : step(givenMachine, was, 'withdraw')
    if (state === undefined) return refuse('endorsement_state', { state: was })
    const withdrawnReason = i.reason.trim()
    if (withdrawnReason === '') return refuse('reason_missing', { what: endorsed.name })
    const withdrawnAt = datedAt(context, signedAt ?? givenAt)
    return { changes: [patch(s.endorsement, { state, withdrawnBy, withdrawnAt, withdrawnReason })] }
  },
})
