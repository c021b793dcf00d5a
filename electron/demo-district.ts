import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { utilityProcess } from 'electron'

/** How long a demo district may take to make itself the first time (ms). */
const readyMsMax = 60_000
/** How long one that was told to end is waited for (ms): it takes nine seconds at most. */
const endMsMax = 15_000
const program = join(import.meta.dirname, '..', 'district', 'start.js')

export interface DemoDistrict {
  /** Its line `ready {…}`, or `undefined` where it doesn't get ready. One at a time: an earlier one ends, and is waited for. */
  start(folder: string): Promise<string | undefined>
  /** Tells it to end. Resolves once it has: its folder is its own until then. */
  end(): Promise<void>
}

/** The demo's district record, as a process of its own beside the window. */
export function demoDistrict(): DemoDistrict {
  let running: Electron.UtilityProcess | undefined
  let ended: Promise<void> = Promise.resolve()
  const end = () =>
    new Promise<void>(resolve => {
      // One that does not end at all is not waited for without end: whoever comes next is told that its folder is taken.
      const timer = setTimeout(resolve, endMsMax)
      void ended.then(() => {
        clearTimeout(timer)
        resolve()
      })
      running?.kill()
      running = undefined
    })
  return {
    end,
    async start(folder) {
      await end()
      const child = utilityProcess.fork(program, ['--demo', '--data', folder, '--port', '0'], {
        stdio: ['ignore', 'pipe', 'ignore'],
        serviceName: 'Meritfolio demo district',
      })
      running = child
      ended = new Promise(resolve => child.once('exit', () => resolve()))
      return new Promise(resolve => {
        const give = (line: string | undefined) => {
          clearTimeout(timer)
          resolve(line)
        }
        const timer = setTimeout(() => {
          child.kill()
          give(undefined)
        }, readyMsMax)
        child.once('exit', () => give(undefined))
        if (child.stdout === null) return give(undefined)
        createInterface({ input: new Readable().wrap(child.stdout) }).on('line', line => {
          if (line.startsWith('ready ')) give(line)
        })
      })
    },
  }
}
