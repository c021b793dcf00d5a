import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { invitationFor } from '../../district/person/routes.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { chanceOf } from '../../db/trial/simulator/chance.ts'
import { joinDistrict } from '../../device/person/join.ts'
import { read } from './coach.ts'
import { bringOn } from './educator.ts'
import { decide } from './officer.ts'
import { firstOf } from './rows.ts'
import { around } from './around.ts'
import type { Stopped } from './device.ts'
import { newDevice, newRecords, startDevice } from './device.ts'
import type { DistrictDbs } from './district.ts'
import { address, killDistrict, newDbs, startDistrict } from './district.ts'
import { bentStorage } from './bent.ts'
import { gateOf } from './gate.ts'
import { idle } from './idle.ts'
import { ledgerOf, relearn } from './ledger.ts'
import type { Mistake } from './mistake.ts'
import { netOf } from './net.ts'
import { comeToRest } from './rest.ts'
import type { Storage } from './storage.ts'
import { inMemory } from './storage.ts'
import { untilCalm } from './steps.ts'
import { timeFrom } from './time.ts'
import type { Grounds, World } from './world.ts'
import { owners, people, traceOf } from './world.ts'

/** Tuesday, November 24, 2026, 10:00 in Chicago. */
const tuesday = Date.parse('2026-11-24T16:00:00Z')

/** A world that others begin from: everything at rest, programs ended. */
export interface Prepared {
  readonly folder: string
  readonly nowMs: number
  readonly openings: number
  readonly record: Buffer
  readonly accounts: Buffer
  readonly nonces: Buffer
  readonly devices: readonly (Pick<Stopped, 'id' | 'name' | 'person'> & {
    readonly bytes: Buffer
  })[]
}

/** Everybody joined and everything told. */
export async function joinedWorld(folder: string): Promise<World> {
  mkdirSync(join(folder, 'district'), { recursive: true })
  const dbs = newDbs(inMemory, join(folder, 'district'))
  const empty = grounds({
    folder,
    seed: 0,
    mistake: undefined,
    dbs,
    nowMs: tuesday,
    storage: inMemory,
  })
  const world = await withDistrict(empty)
  const { house } = world.district.program
  for (const [id, roles] of Object.entries(people)) {
    const input = bodyOf({ id, person: { name: id, place: '', roles: [...roles] } })
    await house.perform('person.add', input, { key: `district:simulate:person:${id}` })
  }
  for (const [n, person] of owners.entries()) {
    const device = startDevice(newDevice(n, person, join(folder, `d${n}`), inMemory), around(world))
    world.devices.push(device)
    const { code } = await invitationFor(house, person, 'simulate')
    let isJoined = false
    const joining = joinDistrict(device.place, { address, code }, device.name).then(() => {
      isJoined = true
    })
    await untilCalm(world, () => isJoined)
    await joining
  }
  await comeToRest(world)
  return world
}

/** Work in every state: a badge, a claim that is earned, one that is read, one that is being written. */
export async function workedWorld(folder: string): Promise<World> {
  const world = await joinedWorld(folder)
  const [ana, , ben, , cyd, dov, oona] = world.devices
  if (!ana || !ben || !cyd || !dov || !oona) throw new Error('somebody has no computer')
  const are = (kind: string, state: string) => () =>
    firstOf<{ n: number }>(
      world.dbs.record,
      `select count(*) as n from by_${kind} where state = ?`,
      state,
    )?.n ?? 0
  const until = async (isThere: () => boolean, ...doing: (() => Promise<void>)[]) => {
    for (let rounds = 0; !isThere(); rounds++) {
      if (rounds > roundsMost) throw new Error('the work of the beginning does not end')
      for (const one of doing) await one()
      await comeToRest(world)
    }
  }
  const anas = () => bringOn(world, ana)
  const bens = () => bringOn(world, ben)
  const cyds = () => read(world, cyd)
  await until(
    () => are('badge', 'signed')() > 0,
    anas,
    cyds,
    () => decide(world, oona),
  )
  await until(() => are('claim', 'earned')() > 1, anas, cyds)
  await until(() => are('claim', 'in_review')() > 0, bens)
  await until(
    () => are('review', 'reading')() > 0,
    () => read(world, dov),
  )
  for (let n = 0; n < begunSteps; n++) await anas()
  await comeToRest(world)
  return world
}

/** More than it ever takes to bring a claim to its end. */
const roundsMost = 60
/** How far a claim is written that nobody has sent. */
const begunSteps = 5

/** Keeps a world that is at rest for others to begin from. Its programs end. */
export function kept(world: World): Prepared {
  const { folder, time, openings, dbs, net } = world
  for (const { running } of world.devices) net.gone(running)
  killDistrict(world.district, net)
  return {
    folder,
    nowMs: time.nowMs,
    openings,
    record: dbs.record.serialize(),
    accounts: dbs.accounts.serialize(),
    nonces: dbs.nonces.serialize(),
    devices: world.devices.map(({ id, name, person, db }) => ({
      id,
      name,
      person,
      bytes: db.serialize(),
    })),
  }
}

/** What a run is begun with. */
export interface Beginning {
  /** Of this run alone; made, and gone when it ends. */
  readonly folder: string
  readonly seed: number
  readonly storage: Storage
  readonly mistake: Mistake | undefined
}

/** A world that goes on from a kept one. */
export async function worldFrom(prepared: Prepared, beginning: Beginning): Promise<World> {
  const { folder, mistake } = beginning
  const storage = bentStorage(beginning.storage, mistake)
  cpSync(prepared.folder, folder, { recursive: true })
  const dbs = newDbs(storage, join(folder, 'district'), prepared)
  const empty = grounds({ ...beginning, storage, dbs, nowMs: prepared.nowMs })
  empty.openings = prepared.openings
  relearn(empty.ledger, dbs.record)
  const world = await withDistrict(empty)
  for (const { id, name, person, bytes } of prepared.devices) {
    const own = join(folder, id)
    const db = newRecords(storage, own, bytes)
    const stopped = { id, name, person, folder: own, db, skewMs: 0, isOffline: false }
    world.devices.push(startDevice(stopped, around(world)))
  }
  return world
}

/** Ends a world: its programs, and everything that it kept. */
export async function endWorld(world: World): Promise<void> {
  // What was lost a moment ago is still being told to its program.
  await idle()
  for (const { running } of world.devices) world.net.gone(running)
  killDistrict(world.district, world.net)
  for (const { db } of world.devices) db.close()
  for (const db of [world.dbs.record, world.dbs.accounts, world.dbs.nonces]) db.close()
  rmSync(world.folder, { recursive: true, force: true })
}

/** The same with the district's program in it. */
const withDistrict = async (empty: Grounds): Promise<World> =>
  Object.assign(empty, {
    district: await startDistrict(join(empty.folder, 'district'), empty.dbs, around(empty)),
  })

function grounds({
  folder,
  seed,
  storage,
  mistake,
  dbs,
  nowMs,
}: Beginning & { readonly dbs: DistrictDbs; readonly nowMs: number }): Grounds {
  const time = timeFrom(nowMs)
  return {
    seed,
    mistake,
    chance: chanceOf(seed),
    time,
    gate: gateOf(),
    net: netOf(time),
    folder,
    storage,
    dbs,
    devices: [],
    ledger: ledgerOf(),
    trace: traceOf(),
    counts: new Map(),
    broken: undefined,
    isCalm: true,
    isDown: false,
    openings: 0,
    copies: new Map(),
  }
}
