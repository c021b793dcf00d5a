import type { Asker } from '../../db/query.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Place } from '../place/place.ts'
import { answer, isQuery } from './table.ts'

/** What a query may look at on this computer. */
export function askerOf({ store, blobs }: Pick<Place, 'store' | 'blobs'>): Asker {
  const { actor } = store.standing()
  return {
    person: actor.person,
    roles: actor.roles,
    seen: store.seen,
    search: async (question, kind, limit) => store.search(question, [kind], limit),
    here: async shas => new Set(shas.filter(sha => blobs.has(sha))),
    refused: async () =>
      store.outbox().flatMap(row =>
        row.state === 'refused' && row.refusal !== undefined
          ? [
              {
                key: row.key,
                command: row.name,
                input: row.input,
                refusal: row.refusal,
                doneAt: row.doneAt,
              },
            ]
          : [],
      ),
  }
}

/** Answers a query by its name. Throws `not_found` for a name nobody knows, `malformed` for a wrong input. */
export async function ask(place: Place, name: string, input: unknown): Promise<unknown> {
  if (!isQuery(name)) throw new DoorRefusal('not_found', { query: name.slice(0, 100) })
  return answer(askerOf(place), name, input)
}
