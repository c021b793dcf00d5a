import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { decidedNow, noOf } from '../second-yes/answer.ts'
import { jointActMachine, JointActRecord, jointReasonCharsMax, proposalOf } from './record.ts'
import { mayAct } from './rights.ts'

/** Ends a proposal: who made it takes it back, anybody else of the office declines it. Nothing happens to anything. */
export const declineAct = command({
  name: 'act.decline',
  where: 'both',
  input: z.object({ act: idInput, why: z.string().max(jointReasonCharsMax) }),
  needs: q => q.first(i => ({ act: must(JointActRecord, i.act) })),
  right: actor => mayAct(actor),
  decide(s, i, context) {
    const { state: before } = s.act.body
    const asked = proposalOf(s.act.body)
    const state = step(jointActMachine, before, noOf(asked, context))
    if (state === undefined) return refuse('act_state', { state: before })
    const why = i.why.trim()
    return {
      changes: [
        patch(s.act, {
          state,
          ...decidedNow(asked, context),
          ...(why === '' ? {} : { declined: why }),
        }),
      ],
    }
  },
})
