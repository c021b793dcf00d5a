import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { HoldRecord, isHeld } from '../person/hold.ts'
import { mayErase } from './rights.ts'

/**
 * Lifts a legal hold. Where two have agreed to erase the record and their days are over, it is erased then; what its person
 * deleted meanwhile goes within a day.
 */
export const liftHold = command({
  name: 'hold.lift',
  where: 'district',
  input: z.object({ person: idInput }),
  needs: q => q.first(i => ({ hold: must(HoldRecord, i.person) })),
  right: actor => mayErase(actor),
  decide(s, i, { actor, now }) {
    if (actor.person === i.person) return refuse('erasure_own', { person: i.person })
    if (!isHeld(s.hold.body)) return { changes: [] }
    return { changes: [patch(s.hold, { liftedBy: actor.person, liftedAt: now })] }
  },
})
