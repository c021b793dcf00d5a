import { DoorRefusal } from '../door/refused.ts'
import type { Place } from '../place/place.ts'
import { askerOf } from './asker.ts'
import { answer, isQuery } from './table.ts'

/** Answers a query by its name. Throws `not_found` for a name nobody knows, `malformed` for a wrong input. */
export async function ask(place: Place, name: string, input: unknown): Promise<unknown> {
  if (!isQuery(name)) throw new DoorRefusal('not_found', { query: name.slice(0, 100) })
  return answer(askerOf(place), name, input)
}
