import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import { answerProgram } from './answer-program.ts'
import { demoDistrict } from './demo-district.ts'
import type { Pipes } from './pass-on.ts'
import { pipesIn } from './ready.ts'

/** Waits between restarts (ms); after the last of them within a minute it stays closed. */
const restartWaitsMs = [0, 250, 1_000, 4_000, 10_000] as const
const restartWindowMs = 60_000

export interface DeviceProgram {
  /** Where it answers now; `undefined` while it is being started. */
  pipes(): Pipes | undefined
  /** Resolves with the first link that opens the screens, or with the sentence for which it could not start. */
  readonly opened: Promise<{ readonly startLink: string } | { readonly failed: string }>
  stop(): void
}

const program = join(import.meta.dirname, '..', 'device', 'start.js')

/** Runs the device program as a process of its own and keeps it running: a crash is a restart, not a lost window. */
export function keepDeviceProgram(
  flags: readonly string[],
  onGaveUp: (times: number) => void,
): DeviceProgram {
  const { promise: opened, resolve: open } = Promise.withResolvers<
    { readonly startLink: string } | { readonly failed: string }
  >()
  let pipes: Pipes | undefined
  let stops: number[] = []
  let isStopping = false
  let wasReady = false
  let running: Electron.UtilityProcess | undefined
  const district = demoDistrict()

  const run = () => {
    const said: string[] = []
    const child = utilityProcess.fork(program, ['--pipe', ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      serviceName: 'Meritfolio records',
    })
    running = child
    child.on('message', (message: unknown) => {
      void answerProgram(message, district).then(answer => {
        if (answer !== undefined) child.postMessage(answer)
      })
    })
    linesOf(child.stdout, line => {
      const ready = pipesIn(line)
      if (ready === undefined) return
      pipes = ready.pipes
      wasReady = true
      open({ startLink: ready.startLink })
    })
    linesOf(child.stderr, line => {
      said.push(line)
      process.stderr.write(`${line}\n`)
    })
    child.once('exit', () => {
      pipes = undefined
      void district.end()
      if (isStopping) return
      if (!wasReady) return open({ failed: said.join('\n') })
      const now = Date.now()
      stops = [...stops.filter(at => at > now - restartWindowMs), now]
      const waitMs = restartWaitsMs[stops.length - 1]
      if (waitMs === undefined) return onGaveUp(stops.length)
      setTimeout(run, waitMs)
    })
  }
  run()
  return {
    pipes: () => pipes,
    opened,
    stop() {
      isStopping = true
      void district.end()
      running?.kill()
    },
  }
}

function linesOf(stream: NodeJS.ReadableStream | null, read: (line: string) => void): void {
  if (stream !== null) createInterface({ input: new Readable().wrap(stream) }).on('line', read)
}
