import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { invitationFor } from '../../district/person/routes.ts'
import { administratorsOf } from '../../district/seed/district.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { Chance } from '../../db/trial/simulator/chance.ts'
import { chanceOf } from '../../db/trial/simulator/chance.ts'
import { joinDistrict } from '../../device/person/join.ts'
import { isJudged, judge, read } from './coach.ts'
import { bringOn, plan, readyOf } from './educator.ts'
import { enter } from './enter.ts'
import { give } from './give.ts'
import { decide } from './officer.ts'
import { firstOf } from './rows.ts'
import { around } from './around.ts'
import type { SimDevice, Stopped } from './device.ts'
import { newDevice, newRecords, startDevice } from './device.ts'
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
import { count, erasable, owners, people, rooms, traceOf, units } from './world.ts'

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
  const begunWith = await administratorsOf(house)
  for (const [id, unit] of Object.entries(units))
    await house.perform('unit.add', { id, unit }, { key: `district:simulate:unit:${id}` })
  for (const [id, placed] of Object.entries(people)) {
    const input = bodyOf({ id, person: { name: id, place: '', ...placed } })
    await house.perform('person.add', input, { key: `district:simulate:person:${id}` })
  }
  // Whom a district begins with has no computer here: nobody waits for their yes.
  for (const { id, name } of begunWith) {
    const input = bodyOf({ id, person: { name, place: '', roles: ['educator'] } })
    await house.perform('person.add', input, { key: `district:simulate:left:${id}` })
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

/**
 * Work in every state, by real commands: badges that are signed, claims that are earned and not yet approved, claims that
 * wait for a reader, one that is read and one that is read to its end, one that can be sent, and one that is begun; and the
 * erasing of a record, a role and a change of keys, to which a second one has yet to agree. So a seed reaches the end of the loop, and what comes after it, in a few dozen steps.
 */
export async function workedWorld(folder: string): Promise<World> {
  const world = await joinedWorld(folder)
  const [ana, , ben, , cyd, dov, oona, ada, eve] = world.devices
  if (!ana || !ben || !cyd || !dov || !oona || !ada || !eve)
    throw new Error('somebody has no computer')
  const howMany = (sql: string): number =>
    firstOf<{ n: number }>(world.dbs.record, `select count(*) as n from ${sql}`)?.n ?? 0
  const until = async (
    isThere: () => boolean | Promise<boolean>,
    ...doing: (() => Promise<void>)[]
  ) => {
    for (let rounds = 0; !(await isThere()); rounds++) {
      if (rounds > roundsMost) throw new Error('the work of the beginning does not end')
      for (const one of doing) await one()
      await comeToRest(world)
    }
  }
  const isWaiting = ({ person }: SimDevice) =>
    howMany(`by_claim where state = 'in_review' and owner = '${person}'`) > 0
  const teaches = (device: SimDevice) => async () => {
    for (let n = 0; n < inARow && !isWaiting(device); n++) await bringOn(world, device)
  }
  const reads = (device: SimDevice) => async () => {
    for (let n = 0; n < inARow; n++) await read(world, device)
  }
  const approves = () => decide(world, oona)
  const earned = "by_claim where state = 'earned'"
  const signed = "by_badge where state = 'signed'"
  const reading = "by_review where state = 'reading'"
  await until(
    () => howMany(signed) >= badgesSigned,
    ...[ana, ben].map(teaches),
    ...[cyd, dov].map(reads),
    approves,
  )
  const open = howMany(earned) + earnedMore
  await until(() => howMany(earned) >= open, ...[ana, ben].map(teaches), ...[cyd, dov].map(reads))
  const teachers = [ben, oona, ada, cyd, eve]
  for (const one of teachers) await until(() => isWaiting(one), teaches(one))
  // First who reads in one school alone: the other could take all that there is of it.
  for (const one of [dov, cyd])
    await until(() => howMany(`${reading} and reader = '${one.person}'`) > 0, reads(one))
  await until(
    () => isJudged(dov),
    () => judge(world, dov),
  )
  await until(
    async () => (await readyOf(ana)) !== undefined,
    () => bringOn(world, ana),
  )
  for (let n = 0; n < begunSteps; n++) await bringOn(world, dov)
  for (let n = 0; n < begunSteps; n++) await plan(world, eve)
  await comeToRest(world)
  await give(world, ada, 'erasure.begin', { person: erasable, ground: 'left' })
  await comeToRest(world)
  await give(world, ada, 'erasure.ask', { person: erasable })
  const office = { role: 'officer', within: 'north' } as const
  await enter(world, ada, 'dov', { ...people.dov, grants: [...people.dov.grants, office] })
  await give(world, ada, 'hold.put', { person: 'ben', reason: 'A letter.' })
  await give(world, ada, 'key-change.ask', { what: 'rotate', reason: 'Once a year.' })
  await comeToRest(world)
  return world
}

/** More than it ever takes to bring a claim to its end. */
const roundsMost = 60
/** How far a claim is written that nobody has sent. */
const begunSteps = 3
/** Things that somebody does before the others do theirs. */
const inARow = 3
const badgesSigned = 2
/** Claims that are earned after those, for an officer to approve. */
const earnedMore = 2

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
export async function worldFrom(
  prepared: Prepared,
  beginning: Beginning,
  { all = false } = {},
): Promise<World> {
  const { folder, mistake } = beginning
  const counts = new Map<string, number>()
  const storage = bentStorage(beginning.storage, mistake, () => count({ counts }, 'bent'))
  cpSync(prepared.folder, folder, { recursive: true })
  const dbs = newDbs(storage, join(folder, 'district'), prepared)
  const empty = grounds({ ...beginning, storage, dbs, nowMs: prepared.nowMs, counts })
  empty.openings = prepared.openings
  relearn(empty)
  const world = await withDistrict(empty)
  for (const { id, name, person, bytes } of all
    ? prepared.devices
    : present(empty.chance, prepared.devices)) {
    const own = join(folder, id)
    const db = newRecords(storage, own, bytes)
    const stopped = { id, name, person, folder: own, db, skewMs: 0, isOffline: false }
    world.devices.push(startDevice(stopped, around(world)))
  }
  return world
}

/** How often a computer is there in a run that could do without it; that of who may be erased. */
const thereOften = 0.6
const erasableOften = 0.15

/**
 * The computers that are there in a run: at least one of a teacher, a coach, and an officer. The others are shut all the
 * while, so that seeds differ in who is there, and those who are do more.
 */
function present<T extends { readonly person: string }>(chance: Chance, all: readonly T[]): T[] {
  const there = new Set(
    all.filter(({ person }) => chance.is(person === erasable ? erasableOften : thereOften)),
  )
  for (const room of rooms) {
    const own = all.filter(({ person }) => room.has(person))
    const one = own.some(device => there.has(device)) ? undefined : chance.one(own)
    if (one !== undefined) there.add(one)
  }
  return all.filter(device => there.has(device))
}

/** Ends a world: its programs, and everything that it kept. */
export async function endWorld(world: World): Promise<void> {
  // What was lost a moment ago is still being told to its program.
  await idle()
  for (const { running } of world.devices) world.net.gone(running)
  killDistrict(world.district, world.net)
  world.net.end()
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
  counts = new Map(),
}: Beginning &
  Pick<Grounds, 'dbs'> & {
    readonly nowMs: number
    readonly counts?: Map<string, number>
  }): Grounds {
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
    counts,
    broken: undefined,
    isCalm: true,
    isDown: false,
    openings: 0,
    copies: new Map(),
  }
}
