import { Worker } from 'node:worker_threads'
import { inputBytesMax } from '../src/limits.ts'
import type { Found } from './target.ts'

/** What one thread is to do. `state` holds number of inputs so far, turn and length of the `last`. */
export interface Assignment {
  readonly name: string
  readonly seed: number
  readonly waitMs: number
  readonly state: SharedArrayBuffer
  readonly last: SharedArrayBuffer
}

type Message = { readonly found: Found } | { readonly turns: number }

/** An input that one parser has had for longer than this is a hang. */
const usualHangMs = 60_000
const heapMbMax = 768

/**
 * Hunts in a thread of its own for some time.
 *
 * @returns the number of turns, and what was found; a hang and a crash are findings with the input that
 * was the last.
 */
export function watched(
  name: string,
  seed: number,
  waitMs: number,
  hangMsMax = usualHangMs,
): Promise<{ readonly turns: number; readonly found: readonly Found[] }> {
  const state = new SharedArrayBuffer(12)
  const last = new SharedArrayBuffer(2 * inputBytesMax)
  const view = new Int32Array(state)
  const workerData: Assignment = { name, seed, waitMs, state, last }
  const worker = new Worker(new URL('hunter.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMbMax },
  })
  const found: Found[] = []
  const fault = (complaint: string): Found => {
    const [, turn = 0, length = 0] = view
    return { parser: name, complaint, seed, turn, input: new Uint8Array(last).slice(0, length) }
  }
  return new Promise(done => {
    let seen = { inputs: 0, at: performance.now() }
    const finish = (turns: number) => {
      clearInterval(timer)
      void worker.terminate()
      done({ turns, found })
    }
    const timer = setInterval(() => {
      const inputs = view[0] ?? 0
      if (inputs !== seen.inputs) seen = { inputs, at: performance.now() }
      const waitedMs = performance.now() - seen.at
      if (waitedMs < (inputs === 0 ? usualHangMs : hangMsMax)) return
      found.push(fault('does not end'))
      finish(view[1] ?? 0)
    }, 500)
    worker.on('error', error => {
      found.push(
        fault(`ended the thread: ${error instanceof Error ? error.message : String(error)}`),
      )
      finish(view[1] ?? 0)
    })
    worker.on('message', (message: Message) => {
      if ('found' in message) found.push(message.found)
      else finish(message.turns)
    })
  })
}
