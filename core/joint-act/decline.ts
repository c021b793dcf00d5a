import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { jointActMachine, JointActRecord, jointReasonCharsMax } from './record.ts'
import { mayAct } from './rights.ts'

/** Ends a proposal: who made it takes it back, anybody else of the office declines it. Nothing happens to anything. */
export const declineAct = command({
  name: 'act.decline',
  where: 'both',
  input: z.object({ act: idInput, why: z.string().max(jointReasonCharsMax) }),
  needs: q => q.first(i => ({ act: must(JointActRecord, i.act) })),
  right: actor => mayAct(actor),
  decide(s, i, context) {
    const { state: before, proposedBy, proposedAt } = s.act.body
    const by = context.actor.person
    const state = step(jointActMachine, before, proposedBy === by ? 'withdraw' : 'decline')
    if (state === undefined) return refuse('act_state', { state: before })
    const why = i.why.trim()
    return {
      changes: [
        patch(s.act, {
          state,
          decidedBy: by,
          decidedAt: datedAt(context, proposedAt),
          ...(why === '' ? {} : { declined: why }),
        }),
      ],
    }
  },
})
