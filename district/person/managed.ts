import type { DeviceRow } from '../../contract/sync/join.ts'
import { holdsEverywhere, within } from '../../core/access/reach.ts'
import type { Actor } from '../../core/kit/command.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { mayManage } from '../../core/person/rights.ts'
import { UnitRecord } from '../../core/person/unit.ts'
import { all, some } from '../../db/query.ts'
import type { House } from '../house.ts'
import { devicesOf } from './devices.ts'

/**
 * Whether somebody may invite a person and end their computers (`mayManage`). Of who is in no directory, the district's
 * administrators alone may: their computers are still there.
 */
export async function isManaged(
  { store }: Pick<House, 'store'>,
  actor: Actor,
  person: string,
): Promise<boolean> {
  if (holdsEverywhere(actor, 'administrator')) return true
  const seen = store.seen()
  const known = (await seen.get(PersonRecord, person))?.rec.body
  if (known === undefined) return false
  const { units = [], grants = [] } = known
  const places = await some({ seen }, UnitRecord, [...units, ...grants.map(one => one.within)])
  return mayManage(actor, known, places)
}

/** The computers that somebody may see: their own, and of whom they manage. */
export async function devicesFor(house: House, actor: Actor): Promise<DeviceRow[]> {
  if (holdsEverywhere(actor, 'administrator'))
    return [...(await house.accounts.snapshot(() => devicesOf(undefined, house.clock())))]
  const people = [actor.person, ...(await managedBy(house, actor))]
  const devices: DeviceRow[] = []
  for (const person of new Set(people))
    devices.push(...(await house.accounts.snapshot(() => devicesOf(person, house.clock()))))
  return devices.toSorted((a, b) => b.joinedAt - a.joinedAt)
}

/** Whom an administrator within schools and teams manages. */
async function managedBy(house: Pick<House, 'store'>, actor: Actor): Promise<readonly string[]> {
  const own = within(actor, 'administrator')
  if (own.length === 0) return []
  const asker = { seen: house.store.seen() }
  const teams = await all(asker, UnitRecord, { where: { school: { in: own } } })
  const places = [...own, ...teams.map(team => team.id)]
  const people = await all(asker, PersonRecord, { where: { unit: { in: places } } })
  const managed: string[] = []
  for (const { id } of people) if (await isManaged(house, actor, id)) managed.push(id)
  return managed
}
