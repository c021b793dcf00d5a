import type { SimDevice } from './device.ts'
import { waitsForEnded } from './rest.ts'
import { resultIn, rowsOf } from './rows.ts'
import type { World } from './world.ts'
import { Broken, erasable } from './world.ts'

/**
 * NO_LOST_ACK: what was ever said to be done has its result, also after a backup came back; nothing else is lost either.
 * What a district that came back refused in the end, since what it rests on had not come back from another computer in
 * all the time that is waited for that, is told to its person and kept there: a second backup that knows nothing of it takes nothing away from them.
 */
export function checkLost(world: World): void {
  const { ledger, dbs, devices } = world
  const told = new Set(
    devices.flatMap(device => {
      if (ledger.endedDevices.has(device.name)) return [...heldBy(device), ...keptBy(device)]
      return waitsForEnded(world, device) ? heldBy(device) : refusedIn(device.place.store.outbox())
    }),
  )
  const isErased = (key: string) =>
    ledger.erased.has(ledger.given.get(key)?.person ?? '') ||
    (ledger.erased.has(erasable) && ledger.ofErasable.has(key))
  const isPast = (key: string) => ledger.gone.has(key) || told.has(key) || isErased(key)
  for (const key of ledger.acknowledged)
    if (resultIn(dbs.record, key) === undefined && !isPast(key))
      throw new Broken('NO_LOST_ACK', 'Something that was said to be done is lost.', {
        key,
        given: ledger.given.get(key),
      })
  for (const given of ledger.given.values()) {
    const { key, computer } = given
    // Of one that came back all of it is in, also what was done before.
    const own = devices.find(({ id }) => id === computer)
    if (isPast(key) || own === undefined || ledger.endedDevices.has(own.name)) continue
    if (resultIn(dbs.record, key) === undefined)
      throw new Broken('NO_LOSS', 'Something that somebody did has no result.', { given })
  }
}

const heldBy = ({ place }: SimDevice) => place.store.outbox().map(({ key }) => key)
/** What would go again, were its district to come back from a backup, and its right with it. */
const keptBy = ({ db }: SimDevice) =>
  rowsOf<{ key: string }>(db, 'select key from archive').map(({ key }) => key)
const refusedIn = (outbox: readonly { readonly key: string; readonly state: string }[]) =>
  outbox.filter(({ state }) => state === 'refused').map(({ key }) => key)
