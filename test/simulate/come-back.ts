import { invitationFor } from '../../district/person/routes.ts'
import { DoorRefusal } from '../../device/door/refused.ts'
import { rejoinDistrict } from '../../device/person/rejoin.ts'
import { readRejoining, writeRejoining } from '../../device/person/rejoining.ts'
import { around, isOfFullDisk } from './around.ts'
import type { SimDevice } from './device.ts'
import { killDevice, nameOf, privateKeyOf, startDevice } from './device.ts'
import { address } from './district.ts'
import type { World } from './world.ts'
import { Broken, count, note } from './world.ts'

/** Names that computers get which come back, from this number on. */
const firstName = 100

/** Computers that know that their right was ended, of people who may have them back. */
const sentAway = ({ devices, ledger }: World): readonly SimDevice[] =>
  devices.filter(
    ({ name, person, place, isOffline }) =>
      ledger.endedDevices.has(name) &&
      !ledger.erasing.has(person) &&
      !isOffline &&
      place.sync.state().away === 'revoked',
  )

/** Whether one may ask to be let in again just now. */
export const mayComeBack = (world: World): boolean =>
  !world.isDown && !world.gate.isHeld && sentAway(world).length > 0

/**
 * Somebody asks for a computer of theirs to be let in again, by an invitation; where an answer was lost, by the same one.
 * On its way, when this returns; once it is let in, its folder is opened anew.
 */
export async function comeBack(world: World): Promise<void> {
  const { chance, ledger, district } = world
  const device = chance.one(sentAway(world))
  if (device === undefined) return
  const { id, person, place } = device
  world.trace.add(`comes back ${id}`)
  count(world, 'asks to come back')
  // As at a first try that ended before anybody was asked: the name and the key follow from the run.
  const { store } = place
  if (readRejoining(store) === undefined) {
    const n = firstName + ledger.newNames.size
    ledger.newNames.add(nameOf(n))
    writeRejoining(store, { device: nameOf(n), privateKey: privateKeyOf(n).toString('base64') })
  }
  const { running } = device
  const code =
    ledger.codes.get(id) ?? (await invitationFor(district.program.house, person, person)).code
  ledger.codes.set(id, code)
  void rejoinDistrict(place, { address, code }, id).then(
    () => {
      if (!running.isAlive) return
      killDevice(device, world.net)
      startDevice(device, around(world))
      backIn(world, device)
    },
    (error: unknown) => refused(world, device, error),
  )
}

/** A computer's folder was opened again: it may have a new name by now. */
export function backIn(world: World, { id, name }: SimDevice): void {
  const { ledger, copies } = world
  if (!ledger.newNames.has(name) || !ledger.codes.has(id)) return
  ledger.codes.delete(id)
  // Its key does not lie in a copy of its records: one from before would be nobody's.
  copies.delete(id)
  world.trace.add(`is back ${id}`)
  count(world, 'computer came back')
}

/** LET_IN: an invitation is good until it has let its computer in, however often the answer is lost. */
function refused(world: World, { id }: SimDevice, error: unknown): void {
  const code = error instanceof DoorRefusal ? error.error.code : undefined
  if (code === undefined) {
    if (!isOfFullDisk(error)) around(world).onDefect(id, error)
    return
  }
  world.trace.add(`stays away ${id} ${code}`)
  count(world, `stays away: ${code}`)
  // A district that came back from a backup takes back all invitations.
  if (code === 'invitation_unknown' || code === 'invitation_expired') world.ledger.codes.delete(id)
  if (code === 'invitation_used')
    note(world, () => {
      throw new Broken('LET_IN', 'An invitation was used up, and its computer is not in.', { id })
    })
}
