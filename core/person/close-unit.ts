import { z } from 'zod'
import { merge, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { must } from '../kit/loads.ts'
import { closedFrom, mayReopen } from './closed-from.ts'
import { mayKeepUnit } from './rights.ts'
import { unitIdSchema, UnitRecord } from './unit.ts'

/**
 * Closes a school or team, or opens it again. Nobody new works in one that is closed, or is given a role in it, and it gets
 * no teams; who works there, and all that was done there, stays as it is and readable. What the district or a school closed,
 * those below do not open; nor do they close it once more, by which it would be theirs to open.
 */
export const closeUnit = command({
  name: 'unit.close',
  where: 'both',
  input: z.object({ unit: unitIdSchema, isClosed: z.boolean() }),
  needs: q => q.first(i => ({ unit: must(UnitRecord, i.unit) })),
  right: (actor, s) => mayKeepUnit(actor, s.unit.id, [s.unit]),
  decide({ unit }, { isClosed }, { actor, stamp }) {
    if (unit.body.isClosed === true && !mayReopen(actor, unit))
      return refuse('unit_closed_above', { unit: unit.body.name })
    const from = closedFrom(actor, unit)
    const set = isClosed
      ? { isClosed: true, closedFrom: from }
      : { isClosed: undefined, closedFrom: undefined }
    // Decided from above, not merged: a clock below that is ahead undoes nothing of it.
    return { changes: from === unit.id ? merge(unit, set, stamp) : [patch(unit, set)] }
  },
})
