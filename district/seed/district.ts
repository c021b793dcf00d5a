import { PersonRecord, type Person } from '../../core/person/record.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
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

/** Everybody in the directory who is an administrator. */
export async function administratorsOf({
  store,
}: Pick<House, 'store'>): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const people = await store.seen().list(PersonRecord, {})
  return people
    .filter(({ rec }) => rec.body.roles.includes('administrator'))
    .map(({ rec }) => ({ id: rec.id, name: rec.body.name }))
}
