import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { ErasureRecord } from './record.ts'
import { erasureMachine } from './states.ts'
import { mayCarryOutErasure } from './rights.ts'

/** The district says that nothing of the person is left. */
export const finishErasure = command({
  name: 'erasure.finish',
  where: 'district',
  input: z.object({ person: idInput, erasedAt: z.number() }),
  needs: q => q.first(i => ({ erasure: must(ErasureRecord, i.person) })),
  right: actor => mayCarryOutErasure(actor),
  decide(s, { erasedAt }) {
    const state = step(erasureMachine, s.erasure.body.state, 'finish')
    if (state === undefined) return refuse('erasure_state', { state: s.erasure.body.state })
    return { changes: [patch(s.erasure, { state, erasedAt })] }
  },
})
