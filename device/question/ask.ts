import { DoorRefusal } from '../door/refused.ts'
import type { Place } from '../place/place.ts'
import { askerOf } from './asker.ts'
import { answer, isQuery, kindsIn } from './table.ts'

interface Answered {
  readonly rows: unknown
  /** The kinds of record that the rows may hold. */
  readonly kinds: readonly string[]
}

/** Answers a query by its name. Throws `not_found` for a name nobody knows, `malformed` for a wrong input. */
export async function ask(place: Place, name: string, input: unknown): Promise<Answered> {
  if (!isQuery(name)) throw new DoorRefusal('not_found', { query: name.slice(0, 100) })
  return { rows: await answer(askerOf(place), name, input), kinds: kindsIn(name) }
}
