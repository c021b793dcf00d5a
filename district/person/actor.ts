import type { Actor } from '../../core/kit/command.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { accessFrom } from '../../core/person/access-from.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { deviceNamed } from './devices.ts'

/** Who acts through a device, and whether it still waits for a yes. */
export interface Acting extends Actor {
  /** Until when (epoch ms); `undefined`: it does not wait. */
  readonly waitsUntil: number | undefined
  /** Their record was erased, or is being: they are told that alone. */
  readonly isErased: boolean
}

/**
 * Who acts through a device, with the roles that the directory gives them today. Throws `device_revoked` for a device
 * that was revoked meanwhile or whose person has left, `not_allowed` for a person who is in no directory.
 */
export async function actorBehind(house: House, name: string): Promise<Acting> {
  const device = await house.accounts.snapshot(() => deviceNamed(name))
  if (device === undefined) throw new RequestRefused('device_unknown')
  if (device.revokedAt !== undefined) throw new RequestRefused('device_revoked')
  const person = await house.store.seen().get(PersonRecord, device.person)
  if (person === undefined) {
    if (!(await isErasing(house, device.person))) throw new RequestRefused('not_allowed')
    return {
      ...{ person: device.person, device: name, roles: [], grants: undefined },
      ...{ waitsUntil: undefined, isErased: true },
    }
  }
  const { roles, grants } = person.rec.body
  // Whatever the district's accounts still say: they may be older than the record, or not have caught up.
  if (device.joinedAt < accessFrom(person.rec.body)) throw new RequestRefused('device_revoked')
  const isWaiting = device.waitsUntil !== undefined && device.waitsUntil > house.clock()
  return {
    person: device.person,
    device: name,
    roles,
    grants,
    waitsUntil: isWaiting ? device.waitsUntil : undefined,
    isErased: false,
  }
}

/** Whether somebody is in no directory because their record goes, or is gone. */
async function isErasing({ store }: Pick<House, 'store'>, person: string): Promise<boolean> {
  const erasure = (await store.seen().get(ErasureRecord, person))?.rec.body
  return erasure?.state === 'erased' || erasure?.state === 'agreed'
}

/**
 * Refuses what is not for a computer that waits: it is told what everybody is, and does nothing in anybody's name; nor for
 * one whose person's record was erased.
 */
export function refuseWhileWaiting({ waitsUntil, isErased }: Acting): void {
  if (isErased) throw new RequestRefused('not_allowed')
  if (waitsUntil !== undefined) throw new RequestRefused('waits', { until: waitsUntil })
}
