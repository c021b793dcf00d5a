import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { PersonRecord } from '../person/record.ts'
import { erasureFault } from './fault.ts'
import { HoldRecord } from '../person/hold.ts'
import { ErasureRecord } from './record.ts'
import { erasureMachine } from './states.ts'
import { mayErase } from './rights.ts'

/** One person has seen what was counted, and asks for a second one's yes. From here on the person whose record it is knows of it. */
export const askErasure = command({
  name: 'erasure.ask',
  where: 'district',
  input: z.object({ person: idInput }),
  needs: q =>
    q.first(i => ({
      person: must(PersonRecord, i.person),
      hold: may(HoldRecord, i.person),
      erasure: must(ErasureRecord, i.person),
    })),
  right: actor => mayErase(actor),
  decide(s, i, { actor, now }) {
    if (actor.person === i.person) return refuse('erasure_own', { person: i.person })
    const { state: before } = s.erasure.body
    const state = step(erasureMachine, before, 'ask')
    if (state === undefined) return refuse('erasure_state', { state: before })
    const fault = erasureFault(s)
    if (fault !== undefined) return { refusal: fault }
    return { changes: [patch(s.erasure, { state, askedBy: actor.person, askedAt: now })] }
  },
})
