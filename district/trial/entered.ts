import type { Person } from '../../core/person/record.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { TrialDistrict } from './district.ts'

let entries = 0

/** Enters somebody as whoever runs the district does: with any role, and without a second person's yes. */
export async function entered(
  { program }: Pick<TrialDistrict, 'program'>,
  id: string,
  more: Partial<Person> = {},
): Promise<void> {
  const person = { name: id, place: '', roles: ['educator'], ...more }
  const key = `district:trial:person:${++entries}`
  const { status } = await program().house.perform('person.add', bodyOf({ id, person }), { key })
  if (status !== 'applied') throw new Error(`${id} was not entered: ${status}`)
}
