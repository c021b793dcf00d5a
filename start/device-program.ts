import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withCompileCache } from './compile-cache.ts'
import type { Ready } from './ready.ts'
import { readyIn } from './ready.ts'
import { restartsWithin } from './restarts.ts'

/** Exit codes of the device program: 1 can't start, and has said why; 3 open on the same data already. */
const alreadyOpenCode = 3

/** How the device program came to its end. */
export type Ended =
  | { readonly end: 'asked' }
  | { readonly end: 'could-not-start' }
  | { readonly end: 'already-open' }
  | { readonly end: 'gave-up'; readonly times: number }

export interface DeviceProgram {
  readonly ended: Promise<Ended>
  /** Asks it to end by closing its input, which it watches; resolves through `ended`. */
  stop(): void
}

interface Parts {
  readonly flags: readonly string[]
  readonly program?: string
  onReady(ready: Ready, isAgain: boolean): void
  now?(): number
}

const programFile = join(import.meta.dirname, '..', 'device', 'start.ts')

/** Runs the device program as a process and keeps it running: one that was ready and stops is started again. */
export function keepDeviceProgram(parts: Parts): DeviceProgram {
  const { flags, program = programFile, onReady, now = Date.now } = parts
  const restarts = restartsWithin(now)
  let child: ChildProcess | undefined
  let isStopping = false
  let wasReady = false
  const { promise: ended, resolve: end } = Promise.withResolvers<Ended>()

  const run = () => {
    const running = spawn(process.execPath, [program, ...flags, '--parent'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: withCompileCache(process.env),
    })
    child = running
    // A child that dies takes its input with it; that it ended is said by `exit`.
    running.stdin.on('error', () => undefined)
    createInterface({ input: running.stdout }).on('line', line => {
      const ready = readyIn(line)
      if (ready === undefined) return
      onReady(ready, wasReady)
      wasReady ||= ready.already !== true
    })
    running.once('error', () => end({ end: 'could-not-start' }))
    // `close`, not `exit`: everything it printed has been read by then.
    running.once('close', code => {
      if (isStopping) end({ end: 'asked' })
      else if (code === alreadyOpenCode) end({ end: 'already-open' })
      else if (!wasReady) end({ end: 'could-not-start' })
      else if (restarts.isTooOften()) end({ end: 'gave-up', times: restarts.times() })
      else run()
    })
  }
  run()
  return {
    ended,
    stop() {
      isStopping = true
      child?.stdin?.end()
    },
  }
}
