import type { Actor } from '../../core/kit/command.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { deviceNamed } from './devices.ts'

/** Who acts through a device, and whether it still waits for a yes. */
export interface Acting extends Actor {
  /** Until when (epoch ms); `undefined`: it does not wait. */
  readonly waitsUntil: number | undefined
}

/**
 * Who acts through a device, with the roles that the directory gives them today. Throws `device_revoked` for a device
 * that was revoked meanwhile, `not_allowed` for a person who is in no directory.
 */
export async function actorBehind(house: House, name: string): Promise<Acting> {
  const device = await house.accounts.snapshot(() => deviceNamed(name))
  if (device === undefined) throw new RequestRefused('device_unknown')
  if (device.revokedAt !== undefined) throw new RequestRefused('device_revoked')
  const person = await house.store.seen().get(PersonRecord, device.person)
  if (person === undefined) throw new RequestRefused('not_allowed')
  const { roles, grants } = person.rec.body
  const isWaiting = device.waitsUntil !== undefined && device.waitsUntil > house.clock()
  return {
    person: device.person,
    device: name,
    roles,
    grants,
    waitsUntil: isWaiting ? device.waitsUntil : undefined,
  }
}

/** Refuses what is not for a computer that waits: it is told what everybody is, and does nothing in anybody's name. */
export function refuseWhileWaiting({ waitsUntil }: Acting): void {
  if (waitsUntil !== undefined) throw new RequestRefused('waits', { until: waitsUntil })
}
