import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { withCompileCache } from '../../start/compile-cache.ts'
import type { DeviceReady } from '../walk/programs.ts'

/** The program of a person's computer as it is measured: by its process, from its very start. */
export interface Running {
  readonly ready: DeviceReady
  readonly pid: number
  /** Ends it as its user would, or, with `SIGKILL`, as a power cut does. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** From its sources, as `npm start` runs it, or bundled, as the window and packages run it. */
export const deviceFiles = {
  sources: 'device/start.ts',
  bundle: 'dist/device/start.js',
} as const

/** Starts it on a folder; resolves at its very line that says ready. */
export async function run(
  folder: string,
  file: keyof typeof deviceFiles = 'sources',
): Promise<Running> {
  const child = spawn(process.execPath, [deviceFiles[file], '--data', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: withCompileCache(process.env),
  })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const ready = await new Promise<DeviceReady>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('ready ')) resolve(JSON.parse(line.slice('ready '.length)))
    })
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${deviceFiles[file]} ended with ${code}`)))
  })
  if (child.pid === undefined) throw new Error('a running program has no number')
  return {
    ready,
    pid: child.pid,
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}
