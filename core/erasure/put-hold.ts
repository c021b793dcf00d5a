import { z } from 'zod'
import { create, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may, must } from '../kit/loads.ts'
import { PersonRecord } from '../person/record.ts'
import { HoldRecord, holdReasonCharsMax } from '../person/hold.ts'
import { mayErase } from './rights.ts'

/** Puts a legal hold on a person's record, with its reason: nothing of it is erased until it is lifted, also where two have agreed. */
export const putHold = command({
  name: 'hold.put',
  where: 'district',
  input: z.object({ person: idInput, reason: z.string().max(holdReasonCharsMax) }),
  needs: q =>
    q.first(i => ({
      person: must(PersonRecord, i.person),
      hold: may(HoldRecord, i.person),
    })),
  right: actor => mayErase(actor),
  decide(s, i, { actor, now }) {
    if (actor.person === i.person) return refuse('erasure_own', { person: i.person })
    const reason = i.reason.trim()
    if (reason === '') return refuse('bad_input', { where: 'reason' })
    const body = { reason, putBy: actor.person, putAt: now }
    if (s.hold === undefined) return { changes: [create(HoldRecord, i.person, body)] }
    return {
      changes: [patch(s.hold, { ...body, liftedBy: undefined, liftedAt: undefined })],
    }
  },
})
