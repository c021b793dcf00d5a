import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { districtPaths } from '../../contract/sync/version.ts'
import { around, isOfFullDisk } from './around.ts'
import type { SimDevice } from './device.ts'
import { killDevice, newRecords, recordsAgain, replaceRecords, startDevice } from './device.ts'
import { dbsAgain, killDistrict, replaceRecord, startDistrict } from './district.ts'
import { give } from './give.ts'
import { idle } from './idle.ts'
import { keysIn, relearn } from './ledger.ts'
import type { Favoured } from './mistake.ts'
import { bendOf } from './mistake.ts'
import type { World } from './world.ts'
import { count } from './world.ts'
import { firstOf, rowsOf } from './rows.ts'

const dayMs = 86_400_000
const daysAheadMax = 300

/** Something goes wrong, or comes right again. */
export async function fault(world: World): Promise<void> {
  const { chance } = world
  const device = chance.one(world.devices)
  if (device === undefined) return
  if (world.isDown) return startAgain(world)
  const { favours } = bendOf(world.mistake)
  const favoured = favours === undefined || !chance.is(0.4) ? undefined : placeOf[favours]
  const draw = favoured ?? chance.next()
  if (draw < 0.2) restart(world, device)
  else if (draw < 0.34) toggleNetwork(world, device)
  else if (draw < 0.46) moveClock(world, device)
  else if (draw < 0.62) cutPower(world)
  else if (draw < 0.7) fillDisk(world, device)
  else if (draw < 0.78) copyOrPutBack(world, device)
  else if (draw < 0.86) await copyOrRestore(world)
  else if (draw < 0.92) await changeRole(world)
  else if (draw < 0.95) damageFile(world)
  else if (draw < 0.98) goOnFromACopy(world, device)
  else endComputer(world)
  await idle()
}

/** Where a kind of fault stands among all of them. */
const placeOf: Readonly<Partial<Record<Favoured, number>>> = {
  clock: 0.4,
  kill: 0.5,
  'put back': 0.75,
  restore: 0.8,
  role: 0.9,
  damage: 0.94,
  end: 0.99,
}

function told(world: World, what: string): void {
  world.trace.add(`fault ${what}`)
  count(world, `fault ${what}`)
}

/** The program of a computer is killed, and started again. */
function restart(world: World, device: SimDevice): void {
  told(world, 'computer killed')
  killDevice(device, world.net)
  recordsAgain(world.storage, device)
  startDevice(device, around(world))
}

function toggleNetwork(world: World, device: SimDevice): void {
  device.isOffline = !device.isOffline
  told(world, device.isOffline ? 'network gone' : 'network back')
}

/** A clock is set wrong by a moment or by up to 300 days, or right. */
function moveClock(world: World, device: SimDevice): void {
  const { chance } = world
  const mostMs = chance.is(0.5) ? 600_000 : daysAheadMax * dayMs
  device.skewMs = chance.is(0.35) ? 0 : chance.below(2 * mostMs) - mostMs
  told(world, 'clock')
}

/** The district's program is gone in the middle of whatever it does. */
function cutPower(world: World): void {
  told(world, 'district killed')
  killDistrict(world.district, world.net)
  world.gate.isHeld = false
  world.isDown = true
}

/** The district's program is started again; now and then it is killed while it starts. */
export async function startAgain(world: World, { isRestored = false } = {}): Promise<void> {
  const { chance, gate, dbs } = world
  const { folder } = world.district
  while (!isRestored && !world.isCalm && chance.is(0.2)) {
    told(world, 'district killed at start')
    const running = { isAlive: true }
    gate.isHeld = true
    void startDistrict(folder, dbs, around(world), { running }).catch(error =>
      around(world).onDefect(error),
    )
    for (let turns = chance.below(40); turns > 0; turns--) {
      await idle()
      gate.letOne(chance)
    }
    await idle()
    running.isAlive = false
    gate.isHeld = false
  }
  gate.isHeld = false
  dbsAgain(world.storage, folder, dbs)
  tamper(world)
  const start = () =>
    startDistrict(folder, dbs, around(world), {
      isRestored: isRestored && world.mistake !== 'sameEpoch',
    })
  world.district = await start().catch((error: unknown) => {
    if (!isOfFullDisk(error)) throw error
    // It says so and ends; whoever runs it makes room, and starts it again.
    count(world, 'disk full at start')
    makeRoom(world)
    return start()
  })
  world.isDown = false
  told(world, 'district started')
}

/** The mistakes of whoever has the district's disk. */
function tamper({ mistake, dbs, district }: World): void {
  if (mistake === 'auditChanged')
    dbs.record.exec("update audit set person = 'nobody' where n = (select max(n) - 2 from audit)")
  if (mistake === 'recordChanged')
    dbs.record.exec(
      "update record set body = json_set(body, '$.title', 'Another') where key = (select min(key) from record where kind = 'goal')",
    )
  if (mistake === 'revives')
    rmSync(join(district.folder, 'published'), { recursive: true, force: true })
}

/** No page more: what needs room fails until there is some again. */
function fillDisk(world: World, device: SimDevice): void {
  const db = world.chance.is(0.4) ? world.dbs.record : device.db
  const isFull = Number(db.pragma('max_page_count', { simple: true })) < pagesMany
  if (isFull) db.pragma(`max_page_count = ${pagesMany}`)
  else db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`)
  told(world, isFull ? 'room again' : 'disk full')
}

/** More than any run needs. */
const pagesMany = 1_000_000

/** There is room on all disks. */
export function makeRoom(world: World): void {
  for (const db of [world.dbs.record, ...world.devices.map(device => device.db)])
    db.pragma(`max_page_count = ${pagesMany}`)
}

/** The folder of a computer is copied, or a copy of it is put in its place. */
function copyOrPutBack(world: World, any: SimDevice): void {
  const { ledger, copies } = world
  // Best one that has a copy: else none would ever come back.
  const known = world.devices.filter(({ id }) => copies.has(id))
  const device = (world.chance.is(0.7) ? world.chance.one(known) : undefined) ?? any
  const copy = copies.get(device.id)
  if (copy === undefined || world.chance.is(0.3)) {
    copies.set(device.id, device.db.serialize())
    return told(world, 'computer copied')
  }
  told(world, 'copy put back')
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
  noteAgain(world, device.name, after)
  ledger.looked.delete(device.id)
}

function noteAgain({ ledger }: World, name: string, keys: ReadonlySet<string>): void {
  ledger.copied.add(name)
  for (const key of keys) {
    ledger.again.add(key)
    ledger.gone.delete(key)
  }
}

/** The district's records are copied, or brought back from a copy by `restore`. */
async function copyOrRestore(world: World): Promise<void> {
  const { copies, dbs } = world
  const copy = copies.get('district')
  if (copy === undefined || world.chance.is(0.25)) {
    copies.set('district', dbs.record.serialize())
    return told(world, 'district copied')
  }
  told(world, 'district restored')
  killDistrict(world.district, world.net)
  replaceRecord(world.storage, world.district.folder, dbs, copy)
  relearn(world.ledger, dbs.record)
  await startAgain(world, { isRestored: true })
}

/** A coach stops being one, or becomes one again. */
async function changeRole(world: World): Promise<void> {
  const office = world.devices.find(({ person }) => person === 'ada')
  if (office === undefined) return
  const row = firstOf<{ body: string }>(
    world.dbs.record,
    "select body from record where key = 'person/dov'",
  )
  const isCoach = row?.body.includes('coach') === true
  const roles = isCoach ? ['educator'] : ['educator', 'coach']
  await give(world, office, 'person.add', { id: 'dov', person: { name: 'dov', place: '', roles } })
  told(world, 'role changed')
}

/** A bit of a file flips on the district's disk. */
function damageFile(world: World): void {
  // Best one that has just come: that of a claim that goes to its readers next.
  const row = firstOf<{ sha: string }>(
    world.dbs.record,
    'select sha from blob order by verified_at desc, sha limit 1',
  )
  if (row === undefined) return
  const path = join(world.folder, 'district', 'blobs', row.sha.slice(0, 2), row.sha)
  if (!existsSync(path)) return
  const bytes = readFileSync(path)
  const at = world.chance.below(bytes.length)
  bytes.writeUInt8((bytes.readUInt8(at) ^ 1) & 0xff, at)
  writeFileSync(path, bytes)
  world.ledger.damaged.add(path)
  told(world, 'file damaged')
}

const copiesMax = 1

/** Two computers go on from one folder: a copy of it is started on another. */
function goOnFromACopy(world: World, device: SimDevice): void {
  const copied = world.devices.filter(({ id }) => id.includes('copy')).length
  if (copied >= copiesMax || world.ledger.endedDevices.has(device.name)) return
  const id = `${device.id} copy ${copied}`
  const folder = join(world.folder, id)
  cpSync(device.folder, folder, { recursive: true })
  const { name, person, skewMs } = device
  const db = newRecords(world.storage, folder, device.db.serialize())
  world.devices.push(
    startDevice({ id, name, person, folder, db, skewMs, isOffline: false }, around(world)),
  )
  noteAgain(world, name, keysIn(device))
  told(world, 'folder copied to another computer')
}

/** Some runs begin with copies that were made before, so that they can come back at any time. */
export function copyBefore({ chance, copies, dbs, devices }: World): void {
  if (chance.is(0.4)) copies.set('district', dbs.record.serialize())
  const device = chance.is(0.4) ? chance.one(devices) : undefined
  if (device !== undefined) copies.set(device.id, device.db.serialize())
}

/** Somebody ends the right of a computer that was lost. */
function endComputer(world: World): void {
  const { ledger, devices } = world
  const lost = devices.find(({ id }) => id === 'd1')
  const own = devices.find(({ id }) => id === 'd0')
  const line = own?.place.sync.line()
  if (lost === undefined || line === undefined || ledger.endedDevices.has(lost.name)) return
  told(world, 'computer ended')
  const value = Buffer.from(JSON.stringify({ device: lost.name }))
  ledger.isEnding = true
  // It may not be reached; the person can try again.
  void line
    .send({ method: 'POST', target: districtPaths.revocations, body: value })
    .catch(() => undefined)
}
