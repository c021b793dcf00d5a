import type { Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import { closedFrom, theDistrict } from './closed-from.ts'
import type { Person } from './record.ts'
import { mayDescribe, mayKeepUnit, mayManage } from './rights.ts'
import type { Unit } from './unit.ts'

type Known = readonly Pick<Rec<Unit>, 'id' | 'body'>[]

/** From where somebody lets a person go: of each school or team where that one works, as high as they are in charge of it. */
export function leftFrom(
  actor: Holding,
  { units = [] }: Pick<Person, 'units'>,
  known: Known,
): string[] {
  if (mayDescribe(actor)) return [theDistrict]
  const theirs = known.filter(unit => units.includes(unit.id))
  return [...new Set(theirs.map(unit => closedFrom(actor, unit)))]
}

/**
 * Whether somebody may say that a person is back: who is in charge of where they were let go. Who has left holds nothing,
 * so that by what they hold an officer of the district would be anybody's to bring back, and to let a computer in as.
 * Where it is not known, since an older program let them go, the district alone may.
 */
export function mayBringBack(actor: Holding, person: Person, known: Known): boolean {
  if (mayDescribe(actor)) return true
  const { leftFrom: from } = person
  return (
    mayManage(actor, person, known) &&
    from !== undefined &&
    from.every(one => one !== theDistrict && mayKeepUnit(actor, one, known))
  )
}
