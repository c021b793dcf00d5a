import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may } from '../kit/loads.ts'
import { InChargeRecord, inChargeChanges, inChargeId } from './in-charge.ts'
import { PersonRecord } from './record.ts'

/** Counts who is in charge, from the directory: for a record that is older than the rule that needs it. */
export const countInCharge = command({
  name: 'in-charge.count',
  where: 'district',
  input: z.object({ people: z.array(idInput) }),
  needs: q =>
    q.first(i => ({
      inCharge: may(InChargeRecord, inChargeId),
      people: each(PersonRecord, [...new Set(i.people)]),
    })),
  right: actor => holdsEverywhere(actor, 'system'),
  decide(s) {
    const holding = (role: 'administrator' | 'officer') =>
      s.people.filter(({ body }) => body.roles.includes(role)).map(({ id }) => id)
    const counted = { administrators: holding('administrator'), officers: holding('officer') }
    return { changes: inChargeChanges(s.inCharge, counted) }
  },
})
