import { holdsEverywhere, within } from '../../core/access/reach.ts'
import type { Holding } from '../../core/kit/command.ts'
import { grantedRoles, personRoles } from '../../core/person/record.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'
import { unitNames } from './unit-name.ts'
import type { Words } from './words.tsx'

/** What somebody holds, in a line: roles in the district, then those within schools and teams. */
export function holdingSaid(words: Words, holding: Holding, units: readonly Row<Unit>[]): string {
  const roleName = words.settings.you.role
  const inDistrict = personRoles.filter(role => holdsEverywhere(holding, role))
  const inSome = grantedRoles.flatMap(role => {
    const places = inDistrict.includes(role) ? [] : unitNames(words, within(holding, role), units)
    return places.length === 0 ? [] : [words.units.roleIn({ role: roleName[role], places })]
  })
  const whole = words.say.list(inDistrict.map(role => roleName[role]))
  return [whole, ...inSome].filter(said => said !== '').join('; ')
}
