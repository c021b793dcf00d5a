import { DoorRefusal } from '../door/refused.ts'
import { keeping } from '../place/act.ts'
import { writeAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'
import type { Way } from './enter.ts'
import { enter } from './enter.ts'
import { noteWait } from './wait.ts'

/**
 * Joins this computer to a district. What was done alone goes along: it is decided again as the person the district
 * knows, and sent. Throws the door's refusal; then nothing has changed here.
 */
export async function joinDistrict(place: Place, way: Way, deviceName: string): Promise<void> {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  if (place.store.standing().joined) throw new DoorRefusal('not_allowed', { needs: 'not joined' })
  const { key } = place
  if (key === undefined) throw new DoorRefusal('key_lost')
  const { device } = place.store.standing().actor
  const { address, reply } = await enter(
    way,
    { device, publicKey: key.publicKey, deviceName },
    place.parts.connect,
  )
  const { district: name, epoch, person, roles, trustKey } = reply
  keeping(() => {
    // What is done from now on is dated right, also by a clock that is wrong.
    place.store.noteTime(reply.now, place.parts.clock())
    noteWait(place.store, reply.waitsUntil)
    // First what the district said: should the program end here, the next start goes on from it.
    writeAbout(place.store, { district: { name, address, epoch, person, roles, trustKey } })
    place.finishJoining()
  })
}
