import { createHash } from 'node:crypto'
import { openLoader } from 'open-badges-validator-core/load'
import type { Load } from 'open-badges-validator-core/load'
import type { ManyInput } from 'open-badges-validator-core/verify-many'
import { freshMemory, verifyMany } from 'open-badges-validator-core/verify-many'
import { newestListsOf, verifyBadge } from 'open-badges-validator-core/verify'
import { answerOf } from './answered.ts'
import { judgeOnline, type OnlineJudged } from './online-judge.ts'
import type { FromWorker, InputGiven, RunBegun } from './checker-messages.ts'
import { startFetched } from './fetched.ts'
import { startInTurn } from './in-turn.ts'
import { officePolicy } from './office-policy.ts'

/** So many are under way at once: one is judged while addresses are fetched. */
const aheadMax = 4

/** Checks inputs as they are put in. */
export interface CheckerRun {
  put(input: InputGiven): void
  /** What waits of a batch is answered with `dropped`. */
  drop(batch: string): void
}

/** What is known of an input beside its report. */
interface Judged extends Partial<Pick<OnlineJudged, 'notFetched' | 'missed'>> {
  readonly sha256: string
}

/** Begins with what is known at one time. `openLoad`: for one badge that lies at an address. */
export function startRun(
  { at, knowledge, bundle }: RunBegun,
  tell: (told: FromWorker) => void,
  openLoad: () => Load = guardedLoad(at),
): CheckerRun {
  const fetched = startFetched()
  // Read once for the run, however often it runs dry meanwhile.
  const remembering = { ...bundle, memory: freshMemory() }
  const waiting = startInTurn<InputGiven>()
  const open = new Map<string, Judged>()
  let isRunning = false

  // Ends when nothing waits: whoever judges many is told only then of the last ones.
  function* inputs(): Generator<ManyInput> {
    for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
      given.set(next.id, next)
      yield { input: next.id, bytes: next.bytes }
    }
  }
  const given = new Map<string, InputGiven>()
  const judge: typeof verifyBadge = async (bytes, options) => {
    const id = options.input ?? ''
    const input = given.get(id)
    const named = { ...options, input: input?.name ?? '' }
    if (input === undefined || (input.address === undefined && !input.asksNetwork)) {
      open.set(id, { sha256: sha256Of(bytes) })
      return { ...(await verifyBadge(bytes, named)), input: id }
    }
    const asked = input.address ?? bytes
    const judged = await judgeOnline(asked, named, openLoad(), fetched)
    const { notFetched, missed } = judged
    open.set(id, { sha256: sha256Of(judged.bytes ?? bytes), notFetched, missed })
    return { ...judged.report, input: id }
  }
  const run = async () => {
    isRunning = true
    while (waiting.size > 0) {
      const reports = verifyMany(inputs(), {
        at,
        bundle: remembering,
        policy: officePolicy,
        aheadMax,
        judge,
      })
      for await (const report of reports) {
        const id = report.input
        const { sha256 = '', notFetched, missed } = open.get(id) ?? {}
        open.delete(id)
        given.delete(id)
        tell({
          id,
          answer: answerOf(report, sha256, notFetched, knowledge, missed),
          lists: [...newestListsOf([report])],
        })
      }
    }
    isRunning = false
  }
  return {
    put(input) {
      waiting.put(input)
      // A defect ends the worker: whoever started it hears of it, and knows what was under way.
      if (!isRunning) queueMicrotask(() => void (isRunning ? undefined : run()))
    },
    drop(batch) {
      for (const { id } of waiting.drop(batch)) tell({ id, answer: 'dropped', lists: [] })
    },
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A loader for one badge, by the clock of the run. */
function guardedLoad(at: number): () => Load {
  const began = performance.now()
  const now = () => at + performance.now() - began
  return () => openLoader({ now, allowHttp: true })
}
