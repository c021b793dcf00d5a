import { z } from 'zod'
import { create, merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may } from '../kit/loads.ts'
import { PersonRecord, personSchema } from './record.ts'

/** Adds a person to the directory, or changes what it says about them. */
export const addPerson = command({
  name: 'person.add',
  where: 'district',
  input: z.object({ id: idInput, person: personSchema }),
  needs: q => q.first(i => ({ person: may(PersonRecord, i.id) })),
  right: actor => actor.roles.includes('administrator') || actor.roles.includes('system'),
  decide(s, i, context) {
    if (s.person === undefined) return { changes: [create(PersonRecord, i.id, i.person)] }
    return { changes: merge(s.person, i.person, context.stamp) }
  },
})
