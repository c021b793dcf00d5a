import type { Rec } from '../kit/record-type.ts'
import type { Person } from './record.ts'
import type { Unit } from './unit.ts'

type Known = readonly Pick<Rec<Unit>, 'id' | 'body'>[]

/** Whether a school or team is closed: itself, or the school that it is in. */
export function isClosedUnit(id: string, known: Known): boolean {
  const unit = known.find(one => one.id === id)?.body
  if (unit === undefined) return false
  return unit.isClosed === true || (unit.school !== undefined && isClosedUnit(unit.school, known))
}

/** The schools that teams are in, each once. */
export const schoolsOf = (units: Known): string[] => [
  ...new Set(units.flatMap(({ body }) => body.school ?? [])),
]

/** Where somebody would newly work or hold something although it is closed (its name); `undefined`: nowhere. */
export function newlyInClosed(
  before: Pick<Person, 'units' | 'grants'> | undefined,
  after: Pick<Person, 'units' | 'grants'>,
  known: Known,
): string | undefined {
  const had = new Set(before?.units)
  const held = new Set(before?.grants?.map(({ role, within }) => `${role} ${within}`))
  const newly = [
    ...(after.units ?? []).filter(unit => !had.has(unit)),
    ...(after.grants ?? [])
      .filter(({ role, within }) => !held.has(`${role} ${within}`))
      .map(grant => grant.within),
  ]
  const closed = newly.find(unit => isClosedUnit(unit, known))
  return known.find(unit => unit.id === closed)?.body.name
}
