import { accessFrom } from '../../core/person/access-from.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { House } from '../house.ts'

/** From when on (epoch ms) a code or a password counts for a person, as the directory has it today. */
export async function countsFromOf(
  { store }: Pick<House, 'store'>,
  person: string,
): Promise<number> {
  const known = await store.seen().get(PersonRecord, person)
  return known === undefined ? 0 : accessFrom(known.rec.body)
}
