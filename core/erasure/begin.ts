import { z } from 'zod'
import { create, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { PersonRecord } from '../person/record.ts'
import { erasureFault } from './fault.ts'
import { HoldRecord } from '../person/hold.ts'
import { erasureGrounds, ErasureRecord } from './record.ts'
import { erasureMachine } from './states.ts'
import type { Erasure } from './record.ts'
import { mayErase } from './rights.ts'

/** Has the district count what erasing a person's record would come to; nothing happens to it. */
export const beginErasure = command({
  name: 'erasure.begin',
  where: 'district',
  input: z.object({ person: idInput, ground: z.enum(erasureGrounds) }),
  needs: q =>
    q.first(i => ({
      person: must(PersonRecord, i.person),
      hold: may(HoldRecord, i.person),
      erasure: may(ErasureRecord, i.person),
    })),
  right: actor => mayErase(actor),
  decide(s, i, { actor, now }) {
    if (actor.person === i.person) return refuse('erasure_own', { person: i.person })
    const fault = erasureFault(s)
    if (fault !== undefined) return { refusal: fault }
    const body: Erasure = {
      state: 'counting',
      ground: i.ground,
      begunBy: actor.person,
      begunAt: now,
    }
    if (s.erasure === undefined) return { changes: [create(ErasureRecord, i.person, body)] }
    const before = s.erasure.body.state
    if (step(erasureMachine, before, 'begin') === undefined)
      return refuse('erasure_state', { state: before })
    return { changes: [patch(s.erasure, { ...nothingYet, ...body })] }
  },
})

/** What an earlier beginning came to is no part of this one. */
const nothingYet = {
  plan: undefined,
  countedAt: undefined,
  askedBy: undefined,
  askedAt: undefined,
  calledOffBy: undefined,
  calledOffAt: undefined,
  agreedBy: undefined,
  agreedAt: undefined,
  dueAt: undefined,
} as const
