import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { PersonRecord } from '../person/record.ts'
import { ErasureRecord } from './record.ts'
import { erasureMachine } from './states.ts'
import { mayErase } from './rights.ts'

/**
 * Ends it before it is begun: one person is enough for that, whoever they are. Nothing happened to anything. Once the
 * directory has let the person go, nobody could begin it again, and the rest of the record would stay for ever.
 */
export const callOffErasure = command({
  name: 'erasure.call-off',
  where: 'district',
  input: z.object({ person: idInput }),
  needs: q =>
    q.first(i => ({
      erasure: must(ErasureRecord, i.person),
      person: may(PersonRecord, i.person),
    })),
  right: actor => mayErase(actor),
  decide(s, _i, { actor, now }) {
    const { state: before } = s.erasure.body
    const state = step(erasureMachine, before, 'callOff')
    if (state === undefined) return refuse('erasure_state', { state: before })
    if (before === 'agreed' && s.person === undefined)
      return refuse('erasure_begun', { at: s.erasure.body.dueAt ?? now })
    const set = { state, calledOffBy: actor.person, calledOffAt: now, dueAt: undefined }
    return { changes: [patch(s.erasure, set)] }
  },
})
