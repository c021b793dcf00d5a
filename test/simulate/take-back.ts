import { DoorRefusal } from '../../device/door/refused.ts'
import { takeBack } from '../../device/place/take-back.ts'
import type { SimDevice } from './device.ts'
import { keysIn } from './ledger.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'

/** Takes back what is held, with all that was done as one with it. */
export function takeSomethingBack(world: World, device: SimDevice): void {
  const { ledger, chance } = world
  const { store, parts } = device.place
  if (world.mistake === 'undoSent')
    device.db.exec("update outbox set state = 'queued' where goes_with is not null")
  const going = chance.one(store.going(parts.clock()))
  if (going === undefined) return
  const before = keysIn(device)
  try {
    takeBack(device.place, going.key)
  } catch (error) {
    if (!(error instanceof DoorRefusal)) throw error
    return count(world, `take back ${error.error.code}`)
  }
  const after = keysIn(device)
  for (const key of before)
    if (!after.has(key)) {
      if (ledger.decided.has(key) && !ledger.again.has(key))
        throw new Broken('TAKEN_BACK', 'What the district had done was taken back.', { key })
      ledger.gone.add(key)
      ledger.takenBack.add(key)
    }
  world.trace.add('taken back')
  count(world, 'taken back')
}
