import { within } from '../../core/access/reach.ts'
import { grantedRoles, personRoles, type Person } from '../../core/person/record.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { unitNames } from '../app/unit-name.ts'
import type { Words } from '../app/words.tsx'

/** What somebody holds, in a line: roles in the district, then those within schools and teams. */
export function holdingSaid(words: Words, person: Person, units: readonly Row<Unit>[]): string {
  const roleName = words.settings.you.role
  const inDistrict = personRoles.filter(role => person.roles.includes(role))
  const inSome = grantedRoles.flatMap(role => {
    const places = inDistrict.includes(role) ? [] : unitNames(words, within(person, role), units)
    return places.length === 0 ? [] : [words.units.roleIn({ role: roleName[role], places })]
  })
  const whole = words.say.list(inDistrict.map(role => roleName[role]))
  return [whole, ...inSome].filter(said => said !== '').join('; ')
}
