import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { must } from '../kit/loads.ts'
import { mayKeepUnit } from './rights.ts'
import { unitIdSchema, UnitRecord, unitSchema } from './unit.ts'

/** Calls a school or team by another name. Who works there stays as it is. */
export const renameUnit = command({
  name: 'unit.rename',
  where: 'both',
  input: z.object({ unit: unitIdSchema, name: unitSchema.shape.name }),
  needs: q => q.first(i => ({ unit: must(UnitRecord, i.unit) })),
  right: (actor, s) => mayKeepUnit(actor, s.unit.id, [s.unit]),
  decide: (s, i, context) =>
    i.name.trim() === ''
      ? refuse('bad_input', { where: 'name' })
      : { changes: merge(s.unit, { name: i.name }, context.stamp) },
})
