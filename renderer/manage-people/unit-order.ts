import type { Unit } from '../../core/person/unit.ts'
import type { Row } from '../../contract/device/row.ts'

type Units = readonly Row<Unit>[]

/** Schools and the district's own teams; and the teams whose school is not among them. */
export const headsOf = (units: Units): Units =>
  units.filter(unit => !units.some(one => one.id === unit.body.school))

/** The teams of a school. */
export const teamsOf = (school: string, units: Units): Units =>
  units.filter(team => team.body.school === school)

/** All of them, the teams of each school after it. */
export const inOrder = (units: Units): Units =>
  headsOf(units).flatMap(unit => [unit, ...teamsOf(unit.id, units)])

/** The one school among them, where there is no choice; `undefined`: there is one. */
export function onlyHeadOf(units: Units): readonly string[] | undefined {
  const [only, ...others] = headsOf(units)
  return only === undefined || others.length > 0 ? undefined : [only.id]
}
