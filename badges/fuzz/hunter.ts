import { parentPort, workerData } from 'node:worker_threads'
import { hunt } from './hunt.ts'
import type { Assignment } from './watch.ts'
import { targetOf } from './targets.ts'

/** The thread that hunts: it may hang or run out of memory, and `watch.ts` still knows its last input. */
const { name, seed, waitMs, state, last }: Assignment = workerData
const target = await targetOf(name)
if (target === null || parentPort === null) throw new Error(`no parser ${name}`)
const port = parentPort
const [view, bytes] = [new Int32Array(state), new Uint8Array(last)]
const endsAt = performance.now() + waitMs
let inputs = 0

const turns = await hunt(target, {
  seed,
  isOver: () => performance.now() >= endsAt,
  onInput: (turn, input) => {
    inputs += 1
    const kept = input.subarray(0, bytes.length)
    bytes.set(kept)
    view.set([inputs, turn, kept.length])
  },
  onFound: found => port.postMessage({ found }),
})
port.postMessage({ turns })
