import type { Place } from '../place/place.ts'
import { readAbout } from '../place/about.ts'

/**
 * Everything that is only on this computer, as data: what waits for the district, what it refused, and which
 * files it does not hold. For a person whose computer was sent away, too.
 */
export function outboxFile(place: Place, now: number): Response {
  const { actor } = place.store.standing()
  const value = {
    format: 'meritfolio-outbox',
    version: 1,
    savedAt: new Date(now).toISOString(),
    person: actor.person,
    device: actor.device,
    district: readAbout(place.store).district,
    commands: place.store.outbox().map(({ key, name, input, stamp, doneAt, state, refusal }) => ({
      key,
      name,
      input,
      stamp,
      doneAt,
      state,
      refusal,
    })),
  }
  return new Response(JSON.stringify(value, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="meritfolio-outbox.json"',
    },
  })
}
