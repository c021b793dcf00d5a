import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { around } from './around.ts'
import type { SimDevice } from './device.ts'
import { killDevice, newRecords, replaceRecords, startDevice } from './device.ts'
import { told } from './fault-told.ts'
import { keysIn } from './ledger.ts'
import { rowsOf } from './rows.ts'
import type { World } from './world.ts'

// What copies of a computer's folder are good for, and what they do that nobody wanted.

/** The folder of a computer is copied, or a copy of it is put in its place. */
export function copyOrPutBack(world: World, any: SimDevice): void {
  const { copies } = world
  // Best one that has a copy: else none would ever come back.
  const known = world.devices.filter(({ id }) => copies.has(id))
  const device = (world.chance.is(0.7) ? world.chance.one(known) : undefined) ?? any
  const copy = copies.get(device.id)
  if (copy === undefined || world.chance.is(0.3)) {
    copies.set(device.id, device.db.serialize())
    return told(world, 'computer copied')
  }
  putBack(world, device, copy)
}

/** Puts a copy of its folder in the place of a computer's. */
export function putBack(world: World, device: SimDevice, copy: Buffer): void {
  const { ledger } = world
  told(world, 'copy put back')
  ledger.putBack.add(device.id)
  killDevice(device, world.net)
  // Files lie beside the records, each under its own sum; those that came later are still there.
  const files = rowsOf<Record<string, unknown>>(device.db, 'select * from blob')
  replaceRecords(world.storage, device, copy)
  const insert = device.db.prepare(
    'insert or ignore into blob values (:sha, :owner, :size_bytes, :media_type, :verified_at)',
  )
  for (const file of files) insert.run(file)
  startDevice(device, around(world))
  const after = keysIn(device)
  // What the copy knows nothing of is gone with the computer, should it be gone from the district too.
  const kept = new Set(
    rowsOf<{ key: string }>(device.db, 'select key from archive').map(row => row.key),
  )
  for (const { key, device: name } of ledger.given.values())
    if (name === device.name && !after.has(key) && !kept.has(key)) ledger.gone.add(key)
  forgetTyped(world, device)
  noteAgain(world, device.name, after)
  ledger.looked.delete(device.id)
}

/** What was typed on after the copy, in what had not left, is gone with the folder that it was in. */
function forgetTyped({ ledger }: World, { db }: SimDevice): void {
  const inputs = new Map(
    rowsOf<{ key: string; input: string }>(db, 'select key, input from outbox').map(
      ({ key, input }) => [key, input],
    ),
  )
  const left = ledger.typed.filter(({ key, line }) => inputs.get(key)?.includes(line) !== false)
  ledger.typed.splice(0, ledger.typed.length, ...left)
}

function noteAgain({ ledger }: World, name: string, keys: ReadonlySet<string>): void {
  ledger.copied.add(name)
  for (const key of keys) {
    ledger.again.add(key)
    ledger.gone.delete(key)
  }
}

/** So many computers go on from a folder of another. */
const copiesMax = 1

/** Two computers go on from one folder: a copy of it is started on another. */
export function goOnFromACopy(world: World, device: SimDevice): void {
  const copied = world.devices.filter(({ id }) => id.includes('copy')).length
  if (copied >= copiesMax || world.ledger.endedDevices.has(device.name)) return
  const id = `${device.id} copy ${copied}`
  const folder = join(world.folder, id)
  cpSync(device.folder, folder, { recursive: true })
  const { name, person, skewMs } = device
  // What it was called before is in the copy too, and so are the commands from then.
  const before = [...device.before]
  const db = newRecords(world.storage, folder, device.db.serialize())
  world.devices.push(
    startDevice({ id, name, person, folder, db, skewMs, before, isOffline: false }, around(world)),
  )
  noteAgain(world, name, keysIn(device))
  told(world, 'folder copied to another computer')
}
