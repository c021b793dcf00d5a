import { z } from 'zod'
import { create, merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may } from '../kit/loads.ts'
import type { Person } from './record.ts'
import { PersonRecord, personSchema } from './record.ts'
import { isOwnGain, isOwnResignation, mayChange } from './rights.ts'
import { UnitRecord } from './unit.ts'

/**
 * Adds a person to the directory, or changes what it says about them: also where they work, and what they may do
 * there. What is left out stays as it is.
 */
export const addPerson = command({
  name: 'person.add',
  where: 'district',
  input: z.object({ id: idInput, person: personSchema }),
  needs: q =>
    q
      .first(i => ({ person: may(PersonRecord, i.id) }))
      .next((i, s) => ({
        units: each(UnitRecord, [...new Set([...unitsIn(s.person?.body), ...unitsIn(i.person)])]),
      })),
  right: (actor, s, i) =>
    mayChange(actor, s.person?.body, { ...s.person?.body, ...i.person }, s.units),
  decide(s, i, context) {
    const before = s.person?.body
    const after: Person = { ...before, ...i.person }
    if (after.roles.length + (after.grants ?? []).length === 0)
      return refuse('bad_input', { where: 'roles' })
    const known = s.units.map(unit => unit.id)
    if (unitsIn(i.person).some(unit => !known.includes(unit)))
      return refuse('bad_input', { where: 'units' })
    if (isOwnGain(context.actor, i.id, before, after))
      return refuse('own_rights', { name: after.name })
    if (isOwnResignation(context.actor, i.id, before, after))
      return refuse('own_administration', { name: after.name })
    if (s.person === undefined) return { changes: [create(PersonRecord, i.id, i.person)] }
    return { changes: merge(s.person, i.person, context.stamp) }
  },
})

/** The schools and teams that an entry names: where they work, and where they may do something. */
const unitsIn = (person: Pick<Person, 'units' | 'grants'> | undefined): readonly string[] => [
  ...(person?.units ?? []),
  ...(person?.grants ?? []).map(grant => grant.within),
]
