import { within } from '../access/reach.ts'
import type { Holding } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import { mayDescribe, mayKeepUnit } from './rights.ts'
import type { Unit } from './unit.ts'

/** What stands for the whole district where a unit's id could stand: no id has a dot. */
export const theDistrict = 'the.district'

type Known = Pick<Rec<Unit>, 'id' | 'body'>

/** From where somebody closes a school or team: as high as they are in charge of it. */
export function closedFrom(actor: Holding, { id, body: { school } }: Known): string {
  if (mayDescribe(actor)) return theDistrict
  const isOfSchool = school !== undefined && within(actor, 'administrator').includes(school)
  return isOfSchool ? school : id
}

/**
 * Whether somebody may open a closed school or team again: who is in charge of where it was closed from. Where that is
 * not known, since an older program closed it, whoever keeps it may.
 */
export function mayReopen(actor: Holding, unit: Known): boolean {
  const from = unit.body.closedFrom
  if (from === theDistrict) return mayDescribe(actor)
  return mayKeepUnit(actor, from ?? unit.id, [unit])
}
