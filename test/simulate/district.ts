import type Database from 'better-sqlite3'
import type http from 'node:http'
import { join } from 'node:path'
import type { Batch } from '../../db/engine/store.ts'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import type { Migration } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { serverBefore } from '../../district/listen/server.ts'
import { accountMigrations, nonceMigrations } from '../../district/person/migrations.ts'
import type { Program } from '../../district/program.ts'
import { openProgram } from '../../district/program.ts'
import { bendProgram } from './bend-program.ts'
import type { Gate } from './gate.ts'
import { gated } from './gate.ts'
import { hearEach } from './hear.ts'
import type { Mistake } from './mistake.ts'
import type { Net } from './net.ts'
import type { Storage } from './storage.ts'
import type { Running, Time } from './time.ts'

/** Where every computer of a run finds the district. */
export const address = 'http://127.0.0.1:4400'

/** The databases of a district: what is left when its program is gone. */
export interface DistrictDbs {
  record: Database.Database
  accounts: Database.Database
  nonces: Database.Database
}

export interface SimDistrict {
  readonly dbs: DistrictDbs
  readonly folder: string
  running: Running
  server: http.Server
  program: Program
}

interface Around {
  readonly time: Time
  readonly gate: Gate
  readonly net: Net
  /** What a command of a transaction that others share makes of records, before that is kept. */
  heard(batch: Batch): void
  /** What a transaction of the record did is looked at, in that very transaction. */
  committed(): void
  readonly mistake: Mistake | undefined
  /** Whether a transaction is undone that was said to be done: a mistake. */
  loses(): boolean
  /** The district tells its operator of a defect. */
  onDefect(line: string): void
}

/** Where the district's databases lie, and what shape they have. */
const shapes = {
  record: districtMigrations,
  accounts: accountMigrations,
  nonces: nonceMigrations,
} as const satisfies Record<keyof DistrictDbs, readonly Migration[]>

const pathOf = (folder: string, name: keyof DistrictDbs): string => join(folder, `${name}.sqlite`)

/** Databases of a district in a folder: empty ones, or with the bytes of others. */
export const newDbs = (
  storage: Storage,
  folder: string,
  bytes: Partial<Record<keyof DistrictDbs, Buffer>> = {},
): DistrictDbs => ({
  record: storage.begin(pathOf(folder, 'record'), shapes.record, bytes.record),
  accounts: storage.begin(pathOf(folder, 'accounts'), shapes.accounts, bytes.accounts),
  nonces: storage.begin(pathOf(folder, 'nonces'), shapes.nonces, bytes.nonces),
})

/** Opens them again after the program was killed. */
export function dbsAgain(storage: Storage, folder: string, dbs: DistrictDbs): void {
  for (const name of ['record', 'accounts', 'nonces'] as const)
    dbs[name] = storage.again(dbs[name], pathOf(folder, name), shapes[name])
}

/** Puts other bytes in the place of the record. */
export function replaceRecord(
  storage: Storage,
  folder: string,
  dbs: DistrictDbs,
  bytes: Buffer,
): void {
  dbs.record = storage.replaced(dbs.record, pathOf(folder, 'record'), shapes.record, bytes)
}

/** Starts the real program on what there is, behind a server that nobody can reach but the run's network. */
export async function startDistrict(
  folder: string,
  dbs: DistrictDbs,
  around: Around,
  { isRestored = false, running = { isAlive: true } } = {},
): Promise<SimDistrict> {
  const { time, gate, net, heard, committed, loses, mistake, onDefect } = around
  const program = await openProgram({
    dataFolder: folder,
    databaseUrl: undefined,
    onDatabaseTaken: () => undefined,
    listensAt: address,
    publicUrl: undefined,
    isBehindProxy: false,
    canSuspend: true,
    masterKey: undefined,
    fontsFolders: [],
    isDemo: false,
    isRestored,
    name: 'Simulated District',
    administrator: 'Ada',
    timeZone: 'America/Chicago',
    // What never comes is refused within a run.
    stillComesMs: 20_000,
    comeFirstMs: 0,
    logTo: { write: line => (running.isAlive ? onDefect(line) : undefined) },
    trace: true,
    isQuiet: true,
    clock: () => (mistake === 'noClamp' ? time.nowMs + yearMs : time.nowMs),
    timers: time.timersOf(running),
    open: () => ({
      record: gated(sqliteSql(dbs.record), gate, running, { committed, loses }),
      accounts: gated(sqliteSql(dbs.accounts), gate, running),
      nonces: gated(sqliteSql(dbs.nonces), gate, running),
      backUp: () => Promise.resolve([]),
      release: () => Promise.resolve(),
    }),
  })
  if ('failed' in program) throw new Error(`no district: ${program.failed}`)
  bendProgram(program, mistake)
  hearEach(program, heard)
  const server = serverBefore(() => program.handle)
  server.prependListener('request', net.noteRequest)
  return { dbs, folder, running, server, program }
}

const yearMs = 366 * 86_400_000

/** Ends the program as a power cut does: nothing of what it had begun goes on. */
export function killDistrict({ running, server }: SimDistrict, net: Net): void {
  running.isAlive = false
  net.districtGone()
  server.close()
}
