import { Worker } from 'node:worker_threads'
import type { AnswerGiven, Inputs, WaitingRow } from '../../db/verifying-store/inputs.ts'
import { answerOf } from './answered.ts'
import type { FromWorker, RunBegun, ToWorker } from './checker-messages.ts'
import { checkerProgram } from './checker-program.ts'
import type { Fault } from './fault-report.ts'
import { faultReport } from './fault-report.ts'

/** So many inputs, and so many bytes of them, are with the worker at once. */
const windowMax = 64
const windowBytesMax = 33_554_432
/** What the worker may hold (MB), beside the bytes it was given. */
const usualHeapMbMax = 512
/** A run goes on with what it knows for so long (ms); then the trust list is read again. */
const runMsMax = 30_000
/** A worker with nothing to do ends after so long (ms). */
const idleMs = 10_000
const startsMax = 3

export interface CheckerParts {
  readonly inputs: Inputs
  /** What a run is to know. */
  known(): Promise<RunBegun>
  onLists(lists: readonly (readonly [string, number])[]): void
  /** After each answer; `addedMs`: how long it took since the one before. */
  onAnswered(batch: string, addedMs: number): void
  /** Nothing waits any more, or it can't go on. */
  onRest(failed: boolean): void
  onDefect(error: unknown, where: string): void
  readonly program?: URL
  /** Without an answer for so long (ms) the worker is ended; more than a badge at an address may take. */
  readonly silentMsMax?: number
  readonly heapMbMax?: number
}

/** Has what waits checked in a thread of its own, in the order it came. */
export interface Checker {
  /** Something waits. */
  nudge(): void
  /** What is asked from now on is checked with what is known by then. */
  renew(): void
  drop(batch: string): void
  close(): Promise<void>
}

interface InFlight extends WaitingRow {
  readonly id: string
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
  let isClosed = false
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
      if ('ready' in told) {
        isReady = true
        failedStarts = 0
        nudge()
      } else answered(told)
    })
    started.on('error', error => parts.onDefect(error, 'verifying'))
    started.on('exit', () => ended(started))
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
      keep(only, answerOf(report, '', undefined))
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
    inputs.answer(batch, n, answer)
    const now = performance.now()
    parts.onAnswered(batch, Math.round(now - lastAt))
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
        .catch((error: unknown) => {
          parts.onDefect(error, 'verifying')
          parts.onRest(true)
        })
        .finally(() => {
          isPumping = false
          if (isNudgedAgain) nudge()
        })
    })
  }
  const pump = async () => {
    if (isClosed) return
    const next = fitting()
    if (next.length === 0) {
      if (inFlight.size === 0) rest(false)
      return
    }
    clearTimeout(idle)
    if (worker === undefined) {
      if (failedStarts >= startsMax) {
        failedStarts = 0
        rest(true)
        return
      }
      start()
    }
    if (!isReady) return
    const isOld = isStale || performance.now() - begunAt > runMsMax
    if (begun === undefined || (isOld && inFlight.size === 0)) {
      isStale = false
      begunAt = performance.now()
      begun = await parts.known()
      if (worker === undefined || isClosed) return
      send({ begin: begun })
    } else if (isStale) return
    if (inFlight.size === 0) lastAt = performance.now()
    for (const input of next) {
      const bytes = inputs.bytes(input.batch, input.n)
      const { id, batch, name } = input
      const address = input.address ?? undefined
      if (bytes === undefined && address === undefined) continue
      inFlight.set(id, input)
      const text = new TextEncoder().encode(address)
      send({ input: { id, batch, name, address, bytes: bytes ?? text } })
    }
    listen()
  }
  const rest = (failed: boolean) => {
    suspects.clear()
    // What comes next is another run: by then the district may have told something new.
    isStale = true
    parts.onRest(failed)
    clearTimeout(idle)
    idle = setTimeout(() => {
      const ending = worker
      worker = undefined
      void ending?.terminate()
    }, idleMs)
    idle.unref()
  }
  /** What may be sent now. */
  const fitting = (): readonly InFlight[] => {
    const most = suspects.size > 0 ? 1 : windowMax
    let room = most - inFlight.size
    // Filled up again when half of it has gone: each look costs.
    if (inFlight.size > most / 2) return []
    let bytes = [...inFlight.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const next: InFlight[] = []
    for (const row of inputs.waiting(most + inFlight.size)) {
      const id = `${row.batch}/${row.n}`
      if (inFlight.has(id)) continue
      bytes += row.sizeBytes
      if (room === 0 || (bytes > windowBytesMax && inFlight.size + next.length > 0)) break
      next.push({ ...row, id })
      room -= 1
    }
    return next
  }

  return {
    nudge,
    renew() {
      isStale = true
      nudge()
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
