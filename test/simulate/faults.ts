import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { districtPaths } from '../../contract/sync/version.ts'
import { around, isOfFullDisk } from './around.ts'
import type { SimDevice } from './device.ts'
import { killDevice, recordsAgain, startDevice } from './device.ts'
import { dbsAgain, killDistrict, replaceRecord, startDistrict } from './district.ts'
import { checkStaysErased } from './check-erased.ts'
import { backIn, comeBack, mayComeBack } from './come-back.ts'
import { daysPass, hoursPass, isErasureAgreed } from './days.ts'
import { changeDirectory } from './directory.ts'
import { told } from './fault-told.ts'
import { copyOrPutBack, goOnFromACopy } from './folder-copies.ts'
import { idle } from './idle.ts'
import { relearn } from './ledger.ts'
import type { Favoured } from './mistake.ts'
import { bendOf } from './mistake.ts'
import type { World } from './world.ts'
import { count } from './world.ts'
import { firstOf } from './rows.ts'

const dayMs = 86_400_000
const daysAheadMax = 300

/** Something goes wrong, or comes right again. */
export async function fault(world: World): Promise<void> {
  const { chance } = world
  const device = chance.one(world.devices)
  if (device === undefined) return
  if (world.isDown) return startAgain(world)
  if (isErasureAgreed(world) && chance.is(0.4)) return daysPass(world)
  // Who was erased stays so, whatever comes back: best looked at where somebody was.
  if (world.ledger.erased.size > 0 && chance.is(0.3)) return copyOrRestore(world)
  if (mayComeBack(world) && chance.is(0.7)) return comeBack(world)
  const { favours } = bendOf(world.mistake)
  const favoured = favours === undefined || !chance.is(0.4) ? undefined : placeOf[favours]
  const draw = favoured ?? chance.next()
  if (draw < 0.19) restart(world, device)
  else if (draw < 0.32) toggleNetwork(world, device)
  else if (draw < 0.43) moveClock(world, device)
  else if (draw < 0.44) daysPass(world)
  else if (draw < 0.56) cutPower(world)
  else if (draw < 0.63) fillDisk(world, device)
  else if (draw < 0.71) copyOrPutBack(world, device)
  else if (draw < 0.79) await copyOrRestore(world)
  else if (draw < 0.89) await changeDirectory(world)
  else if (draw < 0.93) damageFile(world)
  else if (draw < 0.95) goOnFromACopy(world, device)
  else endComputer(world)
  await idle()
}

/** Where a kind of fault stands among all of them. */
const placeOf: Readonly<Partial<Record<Favoured, number>>> = {
  clock: 0.4,
  kill: 0.5,
  'put back': 0.7,
  restore: 0.75,
  role: 0.85,
  damage: 0.91,
  end: 0.99,
}

/** The program of a computer is killed, and started again. */
function restart(world: World, device: SimDevice): void {
  told(world, 'computer killed')
  killDevice(device, world.net)
  recordsAgain(world.storage, device)
  startDevice(device, around(world))
  backIn(world, device)
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
  checkStaysErased(world)
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
  if (mistake === 'noLedger') rmSync(join(district.folder, 'erasures.jsonl'), { force: true })
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

/** The district's records are copied, or brought back from a copy by `restore`. */
async function copyOrRestore(world: World): Promise<void> {
  const { copies, dbs } = world
  const copy = copies.get('district')
  if (copy === undefined || world.chance.is(0.25)) {
    copies.set('district', dbs.record.serialize())
    return told(world, 'district copied')
  }
  // In every other run it takes a while: what is decided anew is then dated far from what it was at first.
  if (world.seed % 2 === 0) hoursPass(world)
  await restoreDistrict(world, copy)
}

/** Brings the district's records back from a copy. */
export async function restoreDistrict(world: World, copy: Buffer): Promise<void> {
  const { dbs } = world
  told(world, 'district restored')
  killDistrict(world.district, world.net)
  replaceRecord(world.storage, world.district.folder, dbs, copy)
  relearn(world)
  await startAgain(world, { isRestored: true })
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

/** Some runs begin with copies that were made before, so that they can come back at any time. */
export function copyBefore({ chance, copies, dbs, devices }: World): void {
  if (chance.is(0.4)) copies.set('district', dbs.record.serialize())
  const device = chance.is(0.4) ? chance.one(devices) : undefined
  if (device !== undefined) copies.set(device.id, device.db.serialize())
}

/** Somebody ends the right of a computer of theirs, where they have another one to do so at. */
function endComputer(world: World): void {
  const { ledger, devices } = world
  const lost = world.chance.one(devices.filter(one => isSpare(world, one)))
  const own = lost && devices.find(one => isOther(one, lost) && !ledger.endedDevices.has(one.name))
  if (lost !== undefined && own !== undefined) endAt(world, own, lost)
}

/** Somebody ends, at a computer of theirs, the right of another that was lost. On its way, when this returns. */
export function endAt(world: World, own: SimDevice, lost: SimDevice): void {
  const line = own.place.sync.line()
  if (line === undefined) return
  told(world, 'computer ended')
  const value = Buffer.from(JSON.stringify({ device: lost.name }))
  world.ledger.isEnding = true
  // It may not be reached; the person can try again.
  void line
    .send({ method: 'POST', target: districtPaths.revocations, body: value })
    .catch(() => undefined)
}

/** Whether its person has another computer that nobody has ended. */
const isSpare = ({ ledger, devices }: World, device: SimDevice): boolean =>
  !ledger.endedDevices.has(device.name) &&
  devices.some(one => isOther(one, device) && !ledger.endedDevices.has(one.name))

const isOther = (one: SimDevice, device: SimDevice): boolean =>
  one.person === device.person && one.name !== device.name
