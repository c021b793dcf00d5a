import type { DeviceKey } from '../../core/person/device-key.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { int, text, textMaybe } from '../../db/sql/row.ts'
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
 * (`core/person/device-key.ts`), and tells whoever a password was set for (`core/person/password-set.ts`). At each start too: what an earlier version let in, or a crash left out, is caught up.
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
    const devices = events.filter(event => event.what !== 'sign-in set').map(event => event.about)
    for (const device of new Set(devices)) await entered(house, device)
    for (const event of events) if (event.what === 'sign-in set') await passwordTold(house, event)
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

interface Event {
  readonly n: number
  readonly at: number
  readonly what: string
  /** A computer, or a person. */
  readonly about: string
  readonly device: string | undefined
}

function* eventsAfter(n: number): Steps<readonly Event[]> {
  const rows = yield* query(
    `select n, at, what, about, device from event
     where n > ? and what in ('joined', 'revoked', 'answered', 'sign-in set')
     order by n limit ${eventsMax}`,
    n,
  )
  return rows.map(row => ({
    ...{ n: int(row, 'n'), at: int(row, 'at'), what: text(row, 'what'), about: text(row, 'about') },
    device: textMaybe(row, 'device'),
  }))
}

/** Whoever set it, its person hears of it on all of their computers. */
async function passwordTold(house: House, { n, at, about: person, device = '' }: Event) {
  const known = await house.accounts.snapshot(() => deviceNamed(device))
  const input = bodyOf({ person, at, device, computer: known?.name ?? '' })
  const result = await house.perform('password.note-set', input, {
    key: `district:password-set:${n}:${at}`,
  })
  if (result.status !== 'applied') throw new Error(`password not told: ${result.status}`)
}
