import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { decidedNow, noOf } from '../second-yes/answer.ts'
import { KeyChangeRecord } from './key-change.ts'
import { jointActMachine, proposalOf } from './record.ts'
import { mayChangeKeys } from './rights.ts'

/** Ends what was asked for: who asked takes it back, anybody else who could agree declines it. */
export const declineKeyChange = command({
  name: 'key-change.decline',
  where: 'both',
  input: z.object({ change: idInput }),
  needs: q => q.first(i => ({ change: must(KeyChangeRecord, i.change) })),
  right: actor => mayChangeKeys(actor),
  decide(s, _i, context) {
    const { state: before } = s.change.body
    const asked = proposalOf(s.change.body)
    const state = step(jointActMachine, before, noOf(asked, context))
    if (state === undefined) return refuse('act_state', { state: before })
    return { changes: [patch(s.change, { state, ...decidedNow(asked, context) })] }
  },
})
