import type { Holding } from '../../core/kit/command.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { House } from '../house.ts'

/** What the directory says today that a person may be; nothing where they are not in it. */
export async function holdingOf({ store }: Pick<House, 'store'>, person: string): Promise<Holding> {
  const known = await store.seen().get(PersonRecord, person)
  return { roles: known?.rec.body.roles ?? [], grants: known?.rec.body.grants }
}
