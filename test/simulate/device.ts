import type Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { holdMs } from '../../core/undo/hold.ts'
import { deviceMigrations } from '../../db/device-store/migrations.ts'
import { keyFile } from '../../device/keys/key-file.ts'
import { readRejoining } from '../../device/person/rejoining.ts'
import { keyFileIn } from '../../device/place/key-file-in.ts'
import type { Place, PlaceParts } from '../../device/place/place.ts'
import { placeOn } from '../../device/place/place.ts'
import { databaseIn, storeOn } from '../../device/place/records.ts'
import type { Net } from './net.ts'
import type { Storage } from './storage.ts'
import type { Running, Time } from './time.ts'

/** One computer of a run. */
export interface SimDevice {
  /** Its own in a run: two computers of which one is a copy of the other have one name. */
  readonly id: string
  name: string
  /** What it was called before it was let in again. */
  readonly before: string[]
  /** Who the district knows here. */
  readonly person: string
  readonly folder: string
  /** What is left when the program is gone. Another one after a copy was put back. */
  db: Database.Database
  running: Running
  place: Place
  /** This clock minus the run's (ms). */
  skewMs: number
  isOffline: boolean
}

/** What a computer has of its own, before it is started. */
export type Stopped = Omit<SimDevice, 'running' | 'place' | 'before'> &
  Partial<Pick<SimDevice, 'before'>>

interface Around {
  readonly time: Time
  readonly net: Net
  /** Chance for the pauses of one computer. */
  randomOf(device: string): () => number
  /** A name for an opening of a folder that no other has. */
  opening(): string
  onDefect(device: string, error: unknown, where: string): void
}

/** Names of computers as they are: random, and here the same in each run. */
export const nameOf = (n: number): string => `dev_${String(n).padStart(4, '0').repeat(7)}`

/** The bytes of an Ed25519 key (PKCS 8) but for the key's own 32. */
const keyBeginning = Buffer.from('302e020100300506032b657004220420', 'hex')
const keyBytes = 32

/** The key of the computer with a number. */
export const privateKeyOf = (n: number): Buffer =>
  Buffer.concat([keyBeginning, Buffer.alloc(keyBytes, n + 1)])

/** A new computer with an empty folder and a key that follows from its number. */
export function newDevice(n: number, person: string, folder: string, storage: Storage): Stopped {
  mkdirSync(folder, { recursive: true })
  keyFile(keyFileIn(folder)).write(privateKeyOf(n))
  const db = newRecords(storage, folder)
  return { id: `d${n}`, name: nameOf(n), person, folder, db, skewMs: 0, isOffline: false }
}

/** The records of a computer in a folder: empty, or with the bytes of others. */
export const newRecords = (storage: Storage, folder: string, bytes?: Buffer): Database.Database =>
  storage.begin(databaseIn(folder), deviceMigrations, bytes)

/** Opens the records again after the program was killed. */
export function recordsAgain(storage: Storage, device: Pick<SimDevice, 'db' | 'folder'>): void {
  device.db = storage.again(device.db, databaseIn(device.folder), deviceMigrations)
}

/** Puts other records in the place of a computer's. */
export function replaceRecords(storage: Storage, device: SimDevice, bytes: Buffer): void {
  device.db = storage.replaced(device.db, databaseIn(device.folder), deviceMigrations, bytes)
}

/** Starts the real program of a computer (all but its screens) on what there is. */
export function startDevice(stopped: Stopped, around: Around): SimDevice {
  const { time, net, randomOf, onDefect } = around
  const running = { isAlive: true }
  const { before = [] } = stopped
  const device: Stopped & Pick<SimDevice, 'before' | 'running'> & { place?: Place } = Object.assign(
    stopped,
    { running, before },
  )
  const parts: PlaceParts = {
    clock: () => time.nowMs + device.skewMs,
    random: randomOf(device.id),
    timers: time.timersOf(running),
    connect: () => net.connectOf(device.name, running, () => !device.isOffline)(),
    holdMs: command => holds.get(command),
    onChanged: () => undefined,
    onSync: () => undefined,
    onDefect: (error, where) => {
      if (running.isAlive) onDefect(device.id, error, where)
    },
  }
  const named = { device: device.name, opening: around.opening() }
  const store = storeOn(device.db, { ...parts, named })
  const rejoining = readRejoining(store)
  // Let in again: from this opening on it goes by its new name.
  if (rejoining?.let !== undefined) {
    before.push(device.name)
    device.name = rejoining.device
  }
  const records = { store, readOnly: undefined, backUp: () => undefined }
  return Object.assign(device, { place: placeOn(device.folder, parts, records, undefined) })
}

/** What is held is so no longer than this (ms): else most of a run's time would pass while an officer's word waits. */
const holdMsMost = 10_000
const holds: ReadonlyMap<string, number> = new Map(
  Object.entries(holdMs).map(([name, ms]) => [name, Math.min(ms, holdMsMost)]),
)

/** Ends the program as a power cut does. */
export const killDevice = ({ running }: SimDevice, net: Net): void => net.gone(running)
