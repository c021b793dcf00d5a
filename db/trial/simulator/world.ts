import Database from 'better-sqlite3'
import type { Actor } from '../../../core/kit/command.ts'
import { districtMigrations } from '../../district-store/migrations.ts'
import type { DistrictStore } from '../../district-store/open.ts'
import { migrate } from '../../open/migrate.ts'
import { sqliteSql } from '../../sql/sqlite.ts'
import type { PullReply, Push, PushReply } from '../../wire.ts'
import { trialDevice, trialHoldMs } from '../device.ts'
import { trialDistrict } from '../district.ts'
import { actorAs } from '../people.ts'
import { computerCommands } from './bent-commands.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import type { Mistake } from './mistake.ts'
import type { SimDevice } from './sim-device.ts'

/** Something on its way. It may come never, twice, or late. */
export type Message =
  | { readonly is: 'push'; readonly device: SimDevice; readonly push: Push; tries: number }
  | { readonly is: 'pushed'; readonly device: SimDevice; readonly reply: PushReply }
  | {
      readonly is: 'pull'
      readonly device: SimDevice
      readonly cursor: string
      readonly limitRows: number
    }
  | {
      readonly is: 'page'
      readonly device: SimDevice
      readonly reply: PullReply
      /** Commands of this device that the district had applied when it made the page. */
      readonly applied: ReadonlySet<string>
    }

/** A line that somebody typed, and the command that carries it. */
export interface Typed {
  readonly goal: string
  readonly line: string
  readonly key: string
  readonly order: number
}

/** A command that somebody gave. */
export interface Performed {
  readonly device: string
  /** When it was first given, among all that was given anywhere. */
  readonly order: number
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  /** By its device's clock as it was. */
  readonly heldFrom: number
  /** Held until then, by the same clock. */
  readonly goesAt: number
}

/** The folder of a device, copied. */
export interface Copy {
  readonly bytes: Buffer
  readonly order: number
  /** What was open in it. */
  readonly open: ReadonlyMap<string, Performed>
}

export interface World {
  readonly seed: number
  readonly mistake: Mistake | undefined
  readonly chance: Chance
  readonly districtDb: Database.Database
  readonly district: DistrictStore
  readonly devices: readonly SimDevice[]
  /** Roles by person, as the district has them. */
  readonly roles: Map<string, Actor['roles']>
  readonly net: Message[]
  now: number
  /** Commands performed, by key: on which device, which, with what. */
  readonly performed: Map<string, Performed>
  /** Counts what was given, so that it has an order. */
  given: number
  /** Counts the openings of stores, each of which has a name of its own. */
  openings: number
  readonly copies: Map<string, Copy>
  /** Keys that stood open in a copy when it was put back: they may have gone before. */
  readonly putBack: Set<string>
  /** Keys that were on their way at least once. */
  readonly sent: Set<string>
  readonly typed: Typed[]
  /** Titles by goal, in the order in which they were given. */
  readonly titles: {
    readonly goal: string
    readonly title: string
    readonly device: string
    readonly key: string
    readonly order: number
  }[]
  /** Bytes that really arrived in the district: `owner/sha`. */
  readonly uploaded: Set<string>
  readonly counts: Map<string, number>
}

const dayMs = 86_400_000
const start = 1_700_000_000_000

/** An empty district and eight devices of six people, two of which begin alone. */
export async function worldOf(seed: number, mistake?: Mistake): Promise<World> {
  const chance = chanceOf(seed)
  const districtDb = new Database(':memory:')
  migrate(districtDb, districtMigrations)
  const roles = new Map<string, Actor['roles']>([
    ['ana', ['educator']],
    ['ben', ['educator']],
    ['cyd', ['coach']],
    ['dov', ['coach']],
    ['oona', ['officer']],
    ['omar', ['officer']],
  ])
  const owners = ['ana', 'ana', 'ben', 'ben', 'cyd', 'dov', 'oona', 'omar']
  const devices = owners.map((owner, i): SimDevice => {
    const name = `d${i}`
    const isAlone = name === 'd1' || name === 'd3'
    const actor = actorAs(owner, name, ...(roles.get(owner) ?? []))
    const db = new Database(':memory:')
    const { store } = trialDevice(
      isAlone ? actorAs('me', name, 'educator') : actor,
      db,
      trialHoldMs,
      mistake === 'sameOpening' ? 'o' : `first of ${name}`,
      computerCommands(db, mistake),
    )
    if (!isAlone) store.join(actor)
    return { name, db, store, owner, skewMs: 0 }
  })
  return {
    seed,
    mistake,
    chance,
    districtDb,
    district: await trialDistrict(sqliteSql(districtDb)),
    devices,
    roles,
    net: [],
    now: start,
    performed: new Map(),
    given: 0,
    openings: 0,
    copies: new Map(),
    putBack: new Set(),
    sent: new Set(),
    typed: [],
    titles: [],
    uploaded: new Set(),
    counts: new Map(),
  }
}

/** Who acts on a device, as the district sees it. */
export function actorOn(world: World, device: SimDevice): Actor {
  return actorAs(device.owner, device.name, ...(world.roles.get(device.owner) ?? []))
}

/** The time on a device (epoch ms). */
export const timeOn = (world: World, device: SimDevice): number => world.now + device.skewMs

/** Sets a clock wrong by up to 300 days, or right. */
export function moveClock(world: World, device: SimDevice): void {
  device.skewMs = world.chance.is(0.4) ? 0 : world.chance.below(600 * dayMs) - 300 * dayMs
}

/** Ends the program and starts it again on what is stored. */
export function restart(world: World, device: SimDevice): void {
  const opening = world.mistake === 'sameOpening' ? 'o' : `o${++world.openings}`
  const commands = computerCommands(device.db, world.mistake)
  const nobody = actorAs('nobody', 'none')
  device.store = trialDevice(nobody, device.db, trialHoldMs, opening, commands).store
}

export function count(world: World, what: string): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
}
