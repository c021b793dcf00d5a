import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { jointActMachine, JointActRecord } from './record.ts'
import { mayCarryOut } from './rights.ts'

/** The district says what came of an act that it carried out. */
export const finishAct = command({
  name: 'act.finish',
  where: 'district',
  input: z.object({ act: idInput, done: z.int().min(0), left: z.int().min(0) }),
  needs: q => q.first(i => ({ act: must(JointActRecord, i.act) })),
  right: actor => mayCarryOut(actor),
  decide(s, { done, left }, context) {
    const state = step(jointActMachine, s.act.body.state, 'finish')
    if (state === undefined) return refuse('act_state', { state: s.act.body.state })
    return { changes: [patch(s.act, { state, came: { done, left, at: context.doneAt } })] }
  },
})
