import type { Actor } from '../../core/kit/command.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { deviceNamed } from './devices.ts'

/**
 * Who acts through a device, with the roles that the directory gives them today. Throws `device_revoked` for a device
 * that was revoked meanwhile, `not_allowed` for a person who is in no directory.
 */
export async function actorBehind(house: House, name: string): Promise<Actor> {
  const device = await house.accounts.snapshot(() => deviceNamed(name))
  if (device === undefined) throw new RequestRefused('device_unknown')
  if (device.revokedAt !== undefined) throw new RequestRefused('device_revoked')
  const person = await house.store.seen().get(PersonRecord, device.person)
  if (person === undefined) throw new RequestRefused('not_allowed')
  return { person: device.person, device: name, roles: person.rec.body.roles }
}
