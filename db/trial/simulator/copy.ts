import Database from 'better-sqlite3'
import type { Blob } from '../../district-store/blobs.ts'
import { text } from '../../sql/row.ts'
import type { SqlRow } from '../../sql/steps.ts'
import { resultKeys } from './checks.ts'
import type { SimDevice } from './sim-device.ts'
import type { Copy, Performed, World } from './world.ts'
import { count, restart } from './world.ts'

/** Copies the folder of a device, or puts one back that was copied. */
export function copyOrPutBack(world: World): void {
  const { chance } = world
  const device = chance.one(world.devices)
  if (!device) return
  const copied = chance.one(world.devices.filter(({ name }) => world.copies.has(name)))
  const copy = copied && world.copies.get(copied.name)
  if (copied && copy && chance.is(0.6)) putBack(world, copied, copy)
  else world.copies.set(device.name, copyOf(world, device))
}

function copyOf(world: World, { db, store }: SimDevice): Copy {
  const open = new Map<string, Performed>()
  for (const { key } of store.outbox()) {
    const performed = world.performed.get(key)
    if (performed) open.set(key, performed)
  }
  return { bytes: db.serialize(), order: world.given, open }
}

/**
 * What was done since the copy and has not come to the district is gone with the computer; whatever the copy holds
 * may have gone before, may have been taken back, and goes now.
 */
function putBack(world: World, device: SimDevice, copy: Copy): void {
  count(world, 'put back')
  const left = world.net.filter(message => message.device !== device)
  world.net.splice(0, world.net.length, ...left)
  const files = device.db.prepare<unknown[], SqlRow>('select sha from blob').all()
  device.db = new Database(copy.bytes)
  restart(world, device)
  // Files lie beside the records, each under its own sum; those that came later are still there.
  for (const file of files) device.store.noteBlob(blobOf(text(file, 'sha')))
  const had = resultKeys(world)
  const isGone = (key: string, order: number): boolean =>
    world.performed.get(key)?.device === device.name && !had.has(key) && order > copy.order
  drop(world.typed, ({ key, order }) => isGone(key, order))
  drop(world.titles, ({ key, order }) => isGone(key, order))
  for (const [key, performed] of world.performed)
    if (performed.device === device.name && !had.has(key)) world.performed.delete(key)
  for (const [key, performed] of copy.open) {
    world.putBack.add(key)
    if (!had.has(key)) world.performed.set(key, { ...performed, order: ++world.given })
  }
}

const blobOf = (sha: string): Blob => ({
  sha,
  owner: 'here',
  sizeBytes: 1,
  mediaType: 'a/b',
  verifiedAt: 1,
})

function drop<T>(from: T[], isGone: (one: T) => boolean): void {
  from.splice(0, from.length, ...from.filter(one => !isGone(one)))
}
