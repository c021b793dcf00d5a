import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const startFile = fileURLToPath(new URL('../start.ts', import.meta.url))

/** A district as a process of its own. */
export interface DistrictRun {
  readonly child: ChildProcess
  readonly address: string
  /** The first administrator's code; `undefined` once they have joined. */
  readonly invitation: string | undefined
  readonly exit: Promise<number | null>
  /** Everything it wrote to its log, where that comes here. */
  logged(): string
  /** What it told its operator. */
  said(): string
}

interface Running {
  readonly port?: number
  readonly databaseUrl?: string | undefined
  /** A file descriptor for its log, instead of a pipe to here. */
  readonly logTo?: number
  /** What runs it, before its own command. */
  readonly under?: readonly string[]
  readonly more?: readonly string[]
}

/** A district on a folder, once it says where it is. Rejects with what it said where it ends before. */
export function districtRun(folder: string, running: Running = {}): Promise<DistrictRun> {
  const { port = 0, databaseUrl, logTo, under = [], more = [] } = running
  const where = databaseUrl === undefined ? [] : ['--database', databaseUrl]
  const args = ['--data', folder, '--port', String(port), ...where, ...more]
  const [command = '', ...rest] = [...under, process.execPath, startFile, ...args]
  const child = spawn(command, rest, {
    stdio: ['pipe', 'pipe', logTo ?? 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  })
  let said = ''
  let logged = ''
  child.stderr?.on('data', (part: Buffer) => (logged += part.toString()))
  const exit = new Promise<number | null>(resolve => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    void exit.then(code => reject(new Error(`ended with ${code}: ${said}${logged}`)))
    child.once('error', reject)
    if (child.stdout === null) throw new Error('its words are read here')
    createInterface({ input: child.stdout }).on('line', line => {
      said += `${line}\n`
      const address = /^District record at (http:\/\/\S+)$/m.exec(said)?.[1]
      if (address === undefined) return
      const run = { child, address, exit, logged: () => logged, said: () => said }
      // The invitation, where there is one, is in the same piece.
      setTimeout(() => {
        const invitation = /^Invitation for .*: (\S+)$/m.exec(said)?.[1]
        resolve({ ...run, invitation })
      }, 50)
    })
  })
}
