import type { DeviceKey } from '../../core/person/device-key.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { int, text } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import type { House } from '../house.ts'
import type { Device } from './devices.ts'
import { deviceNamed } from './devices.ts'

/** Up to which account event the register is written. In the record itself, so that a restored one goes on from there. */
const writtenUpTo = 'register-event'
/** Events that are read at once. */
const eventsMax = 1_000

/** A device's key as the register and signed documents write it: hex. */
export const keyHexOf = (device: Pick<Device, 'publicKey'>): string =>
  Buffer.from(device.publicKey, 'base64url').toString('hex')

/**
 * Writes every computer that joined or was ended since the last time into the register that people are told
 * (`core/person/device-key.ts`). At each start too: what an earlier version let in, or a crash left out, is caught up.
 */
export async function writeRegister(house: House): Promise<void> {
  for (;;) {
    const written = Number((await house.store.meta(writtenUpTo)) ?? '0')
    const newest = await house.accounts.snapshot(() => newestEvent())
    // Accounts that were put back from a copy count anew from where they were.
    const from = written > newest ? 0 : written
    const events = await house.accounts.snapshot(() => eventsAfter(from))
    const last = events.at(-1)
    if (last === undefined) return
    for (const device of new Set(events.map(event => event.device))) await entered(house, device)
    await house.store.setMeta(writtenUpTo, String(last.n))
  }
}

/** After a restore: all of it is looked at again. */
export async function rewriteRegister({ store }: Pick<House, 'store'>): Promise<void> {
  await store.setMeta(writtenUpTo, '0')
}

async function entered(house: House, name: string): Promise<void> {
  const device = await house.accounts.snapshot(() => deviceNamed(name))
  if (device === undefined) return
  const { person, joinedAt, revokedAt, waitsUntil } = device
  const key: DeviceKey = {
    ...{ person, publicKey: keyHexOf(device), joinedAt },
    ...(revokedAt === undefined ? {} : { revokedAt }),
    ...(waitsUntil === undefined ? {} : { waitsUntil }),
  }
  const once = `district:device-key:${name}:${revokedAt ?? waitsUntil ?? joinedAt}`
  const input = bodyOf({ device: name, key })
  const result = await house.perform('device-key.publish', input, { key: once })
  if (result.status === 'applied') return
  // Another key stands there already, and stays: nothing this computer signs will be gone by.
  if (result.status === 'refused')
    return house.tell.defect('register', new Error(result.refusal.code))
  throw new Error('the register is busy')
}

function* newestEvent(): Steps<number> {
  const [row] = yield* query('select coalesce(max(n), 0) as n from event')
  return row === undefined ? 0 : int(row, 'n')
}

function* eventsAfter(
  n: number,
): Steps<readonly { readonly n: number; readonly device: string }[]> {
  const rows = yield* query(
    `select n, about from event where n > ? and what in ('joined', 'revoked', 'answered') order by n limit ${eventsMax}`,
    n,
  )
  return rows.map(row => ({ n: int(row, 'n'), device: text(row, 'about') }))
}
