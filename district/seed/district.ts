import { PersonRecord, type Person } from '../../core/person/record.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import type { House } from '../house.ts'
import { seeded } from './steps.ts'

/** Whoever may begin: the first administrator, who adds the others. */
export const firstAdministrator = 'first-administrator'

interface First {
  readonly name: string
  readonly timeZone: string
  readonly administrator: string
}

/** Describes a new district and its first administrator; nothing where there is one already. */
export async function seedDistrict(
  house: Pick<House, 'perform' | 'store'>,
  { name, timeZone, administrator }: First,
): Promise<void> {
  const there = await house.store.seen().get(DistrictRecord, districtId)
  if (there !== undefined) return
  const district = { name, timeZone, holidays: [] }
  await seeded(house, 'district.describe', district, { key: 'district:seed:district' })
  const person: Person = {
    name: administrator,
    place: '',
    roles: ['educator', 'administrator'],
  }
  const key = `district:seed:person:${firstAdministrator}`
  await seeded(house, 'person.add', { id: firstAdministrator, person }, { key })
}

/**
 * Enters another administrator where nobody administers the district any more: an older copy came back, and who did then
 * was erased since. Nobody in it could let anyone in; whoever runs it gets the invitation, as at the beginning.
 */
export async function seedAdministrator(
  house: Pick<House, 'perform' | 'store'>,
  { administrator }: Pick<First, 'administrator'>,
): Promise<void> {
  const inCharge = await house.store.seen().get(InChargeRecord, inChargeId)
  if (inCharge !== undefined && inCharge.rec.body.administrators.length > 0) return
  const id = `administrator-${house.store.epoch()}`
  const person: Person = { name: administrator, place: '', roles: ['educator', 'administrator'] }
  await seeded(house, 'person.add', { id, person }, { key: `district:seed:person:${id}` })
}

/** Everybody in the directory who is an administrator. */
export async function administratorsOf({
  store,
}: Pick<House, 'store'>): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const people = await store.seen().list(PersonRecord, {})
  return people
    .filter(({ rec }) => rec.body.roles.includes('administrator'))
    .map(({ rec }) => ({ id: rec.id, name: rec.body.name }))
}
