import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { withCompileCache } from '../../start/compile-cache.ts'

/** A program of the house, running on a folder of its own. */
export interface Program<R> {
  readonly ready: R
  readonly pid: number | undefined
  /** Ends it as its user would; its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Whether it is over, for whatever reason. */
  isOver(): boolean
  /** What it wrote to its log. */
  logged(): readonly string[]
}

/** A program that was started and may not have got ready yet. */
export interface Starting<R> {
  /** Rejects when it ends before. */
  readonly program: Promise<Program<R>>
  kill(): Promise<void>
}

export interface DeviceReady {
  readonly address: string
  readonly viewerOrigin: string
  readonly startLink: string
}

export interface DistrictReady {
  readonly address: string
  /** The one-time code of the first administrator, at the first start. */
  readonly invitation: string | undefined
}

const readyMsMax = 60_000

/**
 * Starts the program of a person's computer. What leaves it goes at once, so that a story goes on, unless `holdMs` says
 * how long it waits for a change of mind.
 */
export const startDevice = (folder: string, port = 0, holdMs = 0): Promise<Program<DeviceReady>> =>
  beginDevice(folder, port, holdMs).program

/** The same, without waiting for it; `file`: the program as it was built, instead of its sources. */
export function beginDevice(
  folder: string,
  port = 0,
  holdMs = 0,
  file = 'device/start.ts',
): Starting<DeviceReady> {
  const args = ['--data', folder, '--port', String(port), '--hold-ms', String(holdMs)]
  return started(file, args, lines => {
    const line = lines.find(text => text.startsWith('ready '))
    if (line === undefined) return undefined
    const ready: DeviceReady = JSON.parse(line.slice('ready '.length))
    return ready
  })
}

/** Starts a district record, on SQLite in its folder or on a PostgreSQL database. */
export const startDistrict = (
  folder: string,
  port = 0,
  database?: string,
  more: readonly string[] = [],
): Promise<Program<DistrictReady>> => beginDistrict(folder, port, database, more).program

/** The same, without waiting for it; `file`: the program as it was built, instead of its sources. */
export function beginDistrict(
  folder: string,
  port = 0,
  database?: string,
  more: readonly string[] = [],
  file = 'district/start.ts',
): Starting<DistrictReady> {
  const where = database === undefined ? [] : ['--database', database]
  const args = [
    '--data',
    folder,
    ...where,
    '--port',
    String(port),
    '--name',
    'Alder Valley Schools',
    ...more,
  ]
  return started(
    file,
    args,
    lines => {
      const address = /District record at (\S+)/.exec(lines.join('\n'))?.[1]
      if (address === undefined) return undefined
      return { address, invitation: /Invitation for .*: (\S+)/.exec(lines.join('\n'))?.[1] }
    },
    settleMs,
  )
}

/** The lines of a district that come a moment after the one that says ready are still its first word. */
const settleMs = 150

function started<R>(
  file: string,
  args: readonly string[],
  readyIn: (lines: readonly string[]) => R | undefined,
  settleMs = 0,
): Starting<R> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Their lines are read here as an English terminal shows them.
    env: withCompileCache({ ...process.env, LC_ALL: 'en_US.UTF-8' }),
  })
  const kill = async () => void (await ended(child, 'SIGKILL'))
  return { program: ready(file, child, readyIn, settleMs, kill), kill }
}

async function ready<R>(
  file: string,
  child: ChildProcessWithoutNullStreams,
  readyIn: (lines: readonly string[]) => R | undefined,
  settleMs: number,
  kill: () => Promise<void>,
): Promise<Program<R>> {
  const lines: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', line => errors.push(line))
  // Named, so that whoever waits for its end meanwhile is not sent away with it.
  let early = (_code: number | null): void => undefined
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${file} did not get ready`)), readyMsMax)
    early = code => {
      clearTimeout(timer)
      reject(new Error(`${file} ended with ${code}: ${errors.join('\n')}`))
    }
    child.once('exit', early)
    createInterface({ input: child.stdout }).on('line', line => {
      lines.push(line)
      if (readyIn(lines) === undefined) return
      clearTimeout(timer)
      setTimeout(resolve, settleMs)
    })
  })
  const said = readyIn(lines)
  if (said === undefined) throw new Error(`${file} said nothing`)
  child.off('exit', early)
  return {
    ready: said,
    pid: child.pid,
    stop: () => ended(child, 'SIGTERM'),
    kill,
    isOver: () => isOver(child),
    logged: () => errors,
  }
}

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  return new Promise(resolve => {
    if (isOver(child)) return resolve(child.exitCode)
    child.once('exit', resolve)
    child.kill(signal)
  })
}
