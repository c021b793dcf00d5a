import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { PersonRecord } from '../person/record.ts'
import { youngFault } from '../second-yes/answer.ts'
import { erasureFault } from './fault.ts'
import { HoldRecord } from '../person/hold.ts'
import { askedUntil, ErasureRecord, erasureWaitMs } from './record.ts'
import { erasureMachine } from './states.ts'
import { mayErase } from './rights.ts'

/**
 * A second person says yes; seven days later, by the district's clock, the record is erased. Decided there alone: a
 * computer whose clock is behind would shorten the days in which it can be called off.
 */
export const agreeErasure = command({
  name: 'erasure.agree',
  where: 'district',
  input: z.object({ person: idInput }),
  needs: q =>
    q
      .first(i => ({
        person: must(PersonRecord, i.person),
        hold: may(HoldRecord, i.person),
        erasure: must(ErasureRecord, i.person),
      }))
      .next((i, { erasure: { body } }) => ({ asker: may(PersonRecord, body.askedBy ?? i.person) })),
  right: actor => mayErase(actor),
  decide(s, i, { actor, now }) {
    const by = actor.person
    if (by === i.person) return refuse('erasure_own', { person: by })
    const before = s.erasure.body
    const state = step(erasureMachine, before.state, 'agree')
    if (state === undefined) return refuse('erasure_state', { state: before.state })
    if (before.askedBy === by) return refuse('erasure_same', { person: by })
    const young = youngFault(before.askedBy ?? '', { actor, now })
    if (young !== undefined) return young
    const until = askedUntil(before)
    if (until !== undefined && now >= until) return refuse('erasure_ended', { at: until })
    // Who asked has to be one who could still ask: an account that was taken over is not to outlive its roles.
    if (s.asker === undefined || !mayErase(s.asker.body))
      return refuse('erasure_asker', { by: before.askedBy ?? '' })
    const fault = erasureFault(s)
    if (fault !== undefined) return { refusal: fault }
    const dueAt = now + erasureWaitMs
    return { changes: [patch(s.erasure, { state, agreedBy: by, agreedAt: now, dueAt })] }
  },
})
