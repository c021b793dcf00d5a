import { Worker } from 'node:worker_threads'
import type { AnswerGiven, Inputs } from '../../db/verifying-store/inputs.ts'
import { answerOf } from './answered.ts'
import type { FromWorker, RunBegun, ToWorker } from './checker-messages.ts'
import { checkerProgram } from './checker-program.ts'
import type { Fault } from './fault-report.ts'
import { faultReport } from './fault-report.ts'
import type { InFlight } from './next-inputs.ts'
import { nextInputs } from './next-inputs.ts'

/** What the worker may hold (MB), beside the bytes it was given. */
const usualHeapMbMax = 512
/** After a pause a run goes on, where nothing new is known, if it is not older than this (ms): its time is that of every answer. */
const runMsMax = 30_000
/** A worker with nothing to do ends after so long (ms): somebody who opened Verify looks for files meanwhile. */
const idleMs = 120_000
const startsMax = 3

export interface CheckerParts {
  readonly inputs: Inputs
  /** What a run is to know. */
  known(): Promise<RunBegun>
  onLists(lists: readonly (readonly [string, number])[]): void
  /** After each answer, as one change on disk with it; `addedMs`: how long it took since the one before. */
  onAnswered(batch: string, addedMs: number): void
  /** Nothing waits any more, or it can't go on: then what waits stays waiting, until the next nudge. */
  onRest(stopped: Stopped | undefined): void
  onDefect(error: unknown, where: string): void
  readonly program?: URL
  /** Without an answer for so long (ms) the worker is ended; more than a badge at an address may take. */
  readonly silentMsMax?: number
  readonly heapMbMax?: number
}

/** Why checking can't go on. */
export interface Stopped {
  readonly error: unknown
}

/** Has what waits checked in a thread of its own: each batch in the order it came, batches in turn. */
export interface Checker {
  /** Something waits. */
  nudge(): void
  /** Something will be asked soon: starts what takes time to start. */
  warm(): void
  /** What is asked from now on is checked with what is known by then. */
  renew(): void
  drop(batch: string): void
  close(): Promise<void>
}

/** Nothing is started before something waits. */
export function startChecker(parts: CheckerParts): Checker {
  const { inputs, program = checkerProgram(), silentMsMax = 90_000 } = parts
  const { heapMbMax = usualHeapMbMax } = parts
  let worker: Worker | undefined
  let isReady = false
  let failedStarts = 0
  let begun: RunBegun | undefined
  let begunAt = 0
  let isStale = false
  let hasRested = false
  let isClosed = false
  /** Something could not be kept: until somebody asks again nothing is tried. */
  let isHalted = false
  let isPumping = false
  let isNudgedAgain = false
  let lastAt = 0
  let silence: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined
  let fault: Fault = 'crashed'
  const inFlight = new Map<string, InFlight>()
  /** With the worker when it ended: each is tried again alone, so that the guilty one is found. */
  const suspects = new Set<string>()

  const send = (asked: ToWorker) => worker?.postMessage(asked)

  const start = () => {
    isReady = false
    begun = undefined
    fault = 'crashed'
    const started = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: heapMbMax },
      // Nothing of it may be printed: it holds strangers' words.
      stdout: true,
      stderr: true,
    })
    worker = started
    started.stdout.resume()
    started.stderr.resume()
    started.unref()
    started.on('message', (told: FromWorker) => {
      if (started !== worker) return
      if ('ready' in told) {
        isReady = true
        failedStarts = 0
        nudge()
      } else guarded(() => answered(told))
    })
    started.on('error', error => parts.onDefect(error, 'verifying'))
    started.on('exit', () => guarded(() => ended(started)))
  }
  /** What is thrown in an event's listener would end the program. */
  const guarded = (work: () => void) => {
    try {
      work()
    } catch (error) {
      halt(error)
    }
  }
  /** An answer can't be kept, a full disk for one: nothing is asked any more, and what waits stays waiting. */
  const halt = (error: unknown) => {
    if (isClosed) return
    parts.onDefect(error, 'verifying')
    const ending = worker
    worker = undefined
    clearTimeout(silence)
    inFlight.clear()
    suspects.clear()
    isHalted = true
    void ending?.terminate()
    parts.onRest({ error })
  }
  const ended = (which: Worker) => {
    if (which !== worker) return
    worker = undefined
    clearTimeout(silence)
    if (isClosed) return
    if (!isReady) failedStarts += 1
    const open = [...inFlight.values()]
    inFlight.clear()
    const [only] = open
    if (only !== undefined && open.length === 1 && begun !== undefined) {
      const report = faultReport(only.name, begun.at, begun.bundle.name, fault)
      keep(only, answerOf(report, '', undefined, begun.knowledge))
    } else for (const { id } of open) suspects.add(id)
    nudge()
  }
  const answered = ({ id, answer, lists }: Exclude<FromWorker, { ready: true }>) => {
    const input = inFlight.get(id)
    inFlight.delete(id)
    if (input !== undefined && answer !== 'dropped') keep(input, answer)
    suspects.delete(id)
    if (lists.length > 0) parts.onLists(lists)
    listen()
    nudge()
  }
  const keep = ({ id, batch, n }: InFlight, answer: AnswerGiven) => {
    suspects.delete(id)
    const now = performance.now()
    inputs.together(() => {
      inputs.answer(batch, n, answer)
      parts.onAnswered(batch, Math.round(now - lastAt))
    })
    lastAt = now
  }
  /** Ends a worker that says nothing while it should. */
  const listen = () => {
    clearTimeout(silence)
    if (inFlight.size === 0) return
    silence = setTimeout(() => {
      fault = 'too slow'
      void worker?.terminate()
    }, silentMsMax)
    silence.unref()
  }

  const nudge = () => {
    if (isClosed) return
    isNudgedAgain = isPumping
    if (isPumping) return
    isPumping = true
    setImmediate(() => {
      void pump()
        .catch(halt)
        .finally(() => {
          isPumping = false
          if (isNudgedAgain) nudge()
        })
    })
  }
  const pump = async () => {
    if (isClosed || isHalted) return
    const next = nextInputs(inputs, inFlight, suspects.size > 0)
    if (next.length === 0) {
      if (inFlight.size === 0) rest(undefined)
      return
    }
    clearTimeout(idle)
    if (worker === undefined) {
      if (failedStarts >= startsMax) {
        failedStarts = 0
        rest({ error: new Error('the program that checks badges does not start') })
        return
      }
      start()
    }
    if (!isReady || !(await isTold())) return
    if (inFlight.size === 0) lastAt = performance.now()
    for (const input of next) {
      const bytes = inputs.bytes(input.batch, input.n)
      const { id, batch, name } = input
      const address = input.address ?? undefined
      if (bytes === undefined && address === undefined) continue
      inFlight.set(id, input)
      const text = new TextEncoder().encode(address)
      const asksNetwork = input.asksNetwork === 1
      send({ input: { id, batch, name, address, asksNetwork, bytes: bytes ?? text } })
    }
    listen()
  }
  /** Whether the worker knows what is known by now; what it has is answered first. */
  const isTold = async (): Promise<boolean> => {
    const before = isStale ? undefined : begun
    const isIdle = inFlight.size === 0
    if (before !== undefined && !(isIdle && hasRested)) return true
    if (begun !== undefined && !isIdle) return false
    isStale = false
    hasRested = false
    const known = await parts.known()
    if (worker === undefined || isClosed) return false
    const isYoung = performance.now() - begunAt <= runMsMax
    if (before !== undefined && isYoung && isSame(before, known)) return true
    begun = known
    begunAt = performance.now()
    send({ begin: known })
    return true
  }
  const rest = (stopped: Stopped | undefined) => {
    suspects.clear()
    hasRested = true
    parts.onRest(stopped)
    clearTimeout(idle)
    idle = setTimeout(() => {
      const ending = worker
      worker = undefined
      void ending?.terminate()
    }, idleMs)
    idle.unref()
  }
  const goOn = () => {
    isHalted = false
    nudge()
  }
  return {
    nudge: goOn,
    warm() {
      if (!isClosed && worker === undefined) start()
    },
    renew() {
      isStale = true
      goOn()
    },
    drop(batch) {
      suspects.clear()
      send({ drop: batch })
      nudge()
    },
    async close() {
      isClosed = true
      clearTimeout(silence)
      clearTimeout(idle)
      const ending = worker
      worker = undefined
      await ending?.terminate()
    },
  }
}

/** Whether two runs know the same, of the lists that were gone by too. */
function isSame(one: RunBegun, other: RunBegun): boolean {
  const [lists, others] = [one, other].map(({ bundle }) => [...(bundle.newestLists ?? [])])
  return (
    one.knowledge.digest === other.knowledge.digest &&
    JSON.stringify(lists) === JSON.stringify(others)
  )
}
