import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeServer, listenOn, serverBefore } from '../listen/server.ts'
import type { Program, ProgramOptions } from '../program.ts'
import { openProgram } from '../program.ts'
import { invitationFor } from '../person/routes.ts'
import { recordCopyOf } from './record-copy.ts'
import { trialDatabase } from './trial-database.ts'

/** Tuesday, November 24, 2026, 10:00 in Chicago. */
export const tuesday = Date.parse('2026-11-24T16:00:00Z')

/** A real district of the demo's people: real HTTP on a free port, real SQLite and files in a folder of its own. */
export interface TrialDistrict {
  readonly dataFolder: string
  readonly address: string
  /** Everything it logged. */
  readonly log: () => string
  program(): Program
  /** Its clock stands still but for this, unless it was given one that goes. */
  move(ms: number): void
  now(): number
  invite(person: string): Promise<string>
  /** The database that it is on; `undefined`: SQLite in the data folder. */
  readonly databaseUrl: string | undefined
  /** Ends the program as it is, and starts another on the same data and port. */
  restart(more?: Partial<ProgramOptions>): Promise<void>
  /** Stops it, does something with its folder, and starts it again. */
  whileStopped(work: () => Promise<void>): Promise<void>
  /** Stops it for a copy of its records. */
  keepCopy(): Promise<void>
  /** Stops it, puts that copy in place, and starts it as restored, or as if nothing had been done. */
  bringBack(isRestored?: boolean): Promise<void>
  close(): Promise<void>
}

/** Starts one, on a Tuesday that stands still; with a `clock` of the caller's it goes on with that. */
export async function trialDistrict(more: Partial<ProgramOptions> = {}): Promise<TrialDistrict> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'district-'))
  const databaseUrl = await trialDatabase()
  const lines: string[] = []
  const { clock = () => tuesday } = more
  let movedMs = 0
  const now = () => clock() + movedMs
  let handle: RequestListener | undefined
  const listening = async (port: number): Promise<{ server: Server; port: number }> => {
    const server = serverBefore(() => handle)
    return { server, port: await listenOn(server, '127.0.0.1', port) }
  }
  let { server, port } = await listening(0)
  const address = `http://127.0.0.1:${port}`
  const open = async (own: Partial<ProgramOptions>): Promise<Program> => {
    const program = await openProgram({
      dataFolder,
      databaseUrl,
      onDatabaseTaken: () => undefined,
      listensAt: address,
      publicUrl: undefined,
      isBehindProxy: false,
      masterKey: undefined,
      isDemo: true,
      canSuspend: true,
      fontsFolders: ['content/letters'],
      isRestored: false,
      name: 'District',
      administrator: 'Administrator',
      timeZone: 'America/Chicago',
      logTo: { write: (line: string) => void lines.push(line) },
      trace: false,
      isQuiet: false,
      comeFirstMs: 0,
      ...more,
      clock: now,
      ...own,
    })
    if ('failed' in program) throw new Error(`not opened: ${program.failed}`)
    return program
  }
  let program = await open({})
  handle = program.handle
  const stop = async () => {
    await closeServer(server)
    handle = undefined
    await program.close()
  }
  const copy = recordCopyOf(dataFolder, databaseUrl)
  const again = async (own: Partial<ProgramOptions> = {}, between?: () => void | Promise<void>) => {
    await stop()
    await between?.()
    program = await open(own)
    handle = program.handle
    ;({ server, port } = await listening(port))
  }
  return {
    dataFolder,
    address,
    log: () => lines.join(''),
    program: () => program,
    move(ms) {
      movedMs += ms
    },
    now,
    invite: async person => (await invitationFor(program.house, person, 'trial')).code,
    databaseUrl,
    restart: own => again(own),
    whileStopped: work => again({}, work),
    keepCopy: () => again({}, copy.make),
    bringBack: (isRestored = true) => again({ isRestored }, copy.bringBack),
    async close() {
      await stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A name that a device could have. */
export const deviceName = (): string => `dev_${randomBytes(16).toString('hex')}`
