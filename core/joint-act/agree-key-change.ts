import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { PersonRecord } from '../person/record.ts'
import { decidedNow, yesFault } from '../second-yes/answer.ts'
import { KeyChangeRecord } from './key-change.ts'
import { jointActMachine, proposalOf } from './record.ts'
import { mayChangeKeys } from './rights.ts'

/** A second person says yes to a change of keys; from then on the district's terminal does it when it is told to. */
export const agreeKeyChange = command({
  name: 'key-change.agree',
  where: 'both',
  input: z.object({ change: idInput }),
  needs: q =>
    q
      .first(i => ({ change: must(KeyChangeRecord, i.change) }))
      .next((_i, { change }) => ({ asker: may(PersonRecord, change.body.proposedBy) })),
  right: actor => mayChangeKeys(actor),
  decide(s, _i, context) {
    const { state: before, what } = s.change.body
    const state = step(jointActMachine, before, 'confirm')
    if (state === undefined) return refuse('act_state', { state: before })
    const asked = proposalOf(s.change.body)
    const mayAsk = s.asker !== undefined && mayChangeKeys(s.asker.body)
    const fault = yesFault(asked, mayAsk, context, {
      own: refuse('key_change_own', { what }),
      asker: refuse('key_change_asker', { what }),
    })
    return fault ?? { changes: [patch(s.change, { state, ...decidedNow(asked, context) })] }
  },
})
