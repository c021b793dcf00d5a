import type { NewComputer } from '../../contract/sync/join.ts'
import { DoorRefusal } from '../door/refused.ts'
import { keeping } from '../place/act.ts'
import { writeAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'
import { noteComputerNames } from './computer-names.ts'
import type { Entered, Way } from './enter.ts'
import { enter } from './enter.ts'
import type { Rejoining } from './rejoining.ts'
import { beginRejoining, comingBack, readRejoining, writeRejoining } from './rejoining.ts'
import { noteWait } from './wait.ts'

/** What came of joining. `renamed`: the folder is to be opened anew, which gives this computer its new name. */
export type Joined = 'joined' | 'renamed'

/**
 * Joins this computer to a district. What was done alone goes along: it is decided again as the person the district
 * knows, and sent. Throws the door's refusal; then nothing has changed here.
 */
export async function joinDistrict(place: Place, way: Way, deviceName: string): Promise<Joined> {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  if (place.store.standing().joined) throw new DoorRefusal('not_allowed', { needs: 'not joined' })
  const { key } = place
  if (key === undefined) throw new DoorRefusal('key_lost')
  const { device } = place.store.standing().actor
  const own = { device, publicKey: key.publicKey, deviceName }
  const { entered, rejoining } = await enteredAs(place, way, own)
  const { address, reply } = entered
  const { district: name, epoch, person, roles, trustKey } = reply
  keeping(() => {
    // What is done from now on is dated right, also by a clock that is wrong.
    place.store.noteTime(reply.now, place.parts.clock())
    noteWait(place.store, reply.waitsUntil)
    // First what the district said: should the program end here, the next start goes on from it.
    writeAbout(place.store, { district: { name, address, epoch, person, roles, trustKey } })
    place.finishJoining()
    if (rejoining === undefined)
      noteComputerNames(place, [{ device: own.device, name: own.deviceName }])
    // Should the program end before this, the district's no brings the person to the same request again.
    if (rejoining !== undefined) writeRejoining(place.store, { ...rejoining, let: entered })
  })
  return rejoining === undefined ? 'joined' : 'renamed'
}

/**
 * Asks under this computer's own name; where it was let in and sent away without ever having heard of either, under
 * another one, as a computer that comes back.
 */
async function enteredAs(
  { store, key, parts }: Place,
  way: Way,
  own: Omit<NewComputer, 'protocol'>,
): Promise<{ readonly entered: Entered; readonly rejoining: Rejoining | undefined }> {
  try {
    if (readRejoining(store) === undefined)
      return { entered: await enter(way, own, parts.connect), rejoining: undefined }
  } catch (error) {
    if (!(error instanceof DoorRefusal && error.error.code === 'device_revoked')) throw error
  }
  const rejoining = readRejoining(store) ?? keeping(() => beginRejoining(store))
  const computer = comingBack(rejoining, own.device, key)
  const entered = await enter(way, { ...computer, deviceName: own.deviceName }, parts.connect)
  return { entered, rejoining }
}
