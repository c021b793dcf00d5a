import { DoorRefusal } from '../door/refused.ts'
import { readAbout } from '../place/about.ts'
import { keeping } from '../place/act.ts'
import type { Place } from '../place/place.ts'
import type { Way } from './enter.ts'
import { districtIdOf, enter } from './enter.ts'
import { beginRejoining, comingBack, readRejoining, writeRejoining } from './rejoining.ts'

/**
 * Asks to be let in again where the district sent this computer away, or its key is gone, as the same person and under a
 * new name. The caller then opens the folder anew (`finishRejoining`). Throws the door's refusal; then all is as it was.
 */
export async function rejoinDistrict(open: Place, way: Way, deviceName: string): Promise<void> {
  const { store } = open
  if (open.readOnly !== undefined) throw new DoorRefusal('read_only')
  const { district } = readAbout(store)
  const { away } = open.sync.state()
  if (district === undefined || (away !== 'revoked' && away !== 'key'))
    throw new DoorRefusal('not_allowed', { needs: 'sent away' })
  const rejoining = readRejoining(store) ?? keeping(() => beginRejoining(store))
  const before = store.standing().actor.device
  const computer = { ...comingBack(rejoining, before, open.key), deviceName }
  const entered = await enter(way, computer, open.parts.connect, districtIdOf(district.epoch))
  if (entered.reply.person !== district.person) throw new DoorRefusal('other_person')
  keeping(() => writeRejoining(store, { ...rejoining, let: entered }))
}
