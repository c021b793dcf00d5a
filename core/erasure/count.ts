import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { erasurePlanSchema, ErasureRecord } from './record.ts'
import { erasureMachine } from './states.ts'
import { mayCarryOutErasure } from './rights.ts'

/** The district says what it counted. */
export const countErasure = command({
  name: 'erasure.count',
  where: 'district',
  input: z.object({ person: idInput, plan: erasurePlanSchema }),
  needs: q => q.first(i => ({ erasure: must(ErasureRecord, i.person) })),
  right: actor => mayCarryOutErasure(actor),
  decide(s, { plan }, { now }) {
    const state = step(erasureMachine, s.erasure.body.state, 'count')
    if (state === undefined) return refuse('erasure_state', { state: s.erasure.body.state })
    return { changes: [patch(s.erasure, { state, plan, countedAt: now })] }
  },
})
