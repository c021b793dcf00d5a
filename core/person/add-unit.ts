import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { each, may } from '../kit/loads.ts'
import { mayDescribe, mayKeepUnit } from './rights.ts'
import { unitIdSchema, UnitRecord, unitSchema } from './unit.ts'

/** Adds a school to the district, or a team to a school or to the district. */
export const addUnit = command({
  name: 'unit.add',
  where: 'both',
  input: z.object({
    id: unitIdSchema,
    unit: unitSchema.omit({ isClosed: true, closedFrom: true }),
  }),
  needs: q =>
    q.first(i => ({
      there: may(UnitRecord, i.id),
      schools: each(UnitRecord, i.unit.school === undefined ? [] : [i.unit.school]),
    })),
  // A team of a school is its administrators' to add, anything else the district's.
  right: (actor, s, i) =>
    mayDescribe(actor) ||
    (i.unit.school !== undefined && mayKeepUnit(actor, i.unit.school, s.schools)),
  decide(s, i) {
    const { kind, school } = i.unit
    if (i.unit.name.trim() === '') return refuse('bad_input', { where: 'name' })
    const isInSchool = s.schools.some(unit => unit.body.kind === 'school')
    if (school !== undefined && !(kind === 'team' && isInSchool))
      return refuse('bad_input', { where: 'school' })
    const closed = s.schools.find(unit => unit.body.isClosed === true)
    if (closed !== undefined) return refuse('unit_closed', { unit: closed.body.name })
    if (s.there !== undefined) return refuse('taken', { name: i.unit.name })
    return { changes: [create(UnitRecord, i.id, i.unit)] }
  },
})
