import type { Detected } from '../detect/detected.ts'
import type { Facts } from '../refusal.ts'
import { format } from './checks/format.ts'
import { pause } from './pause.ts'
import { defaultPolicy, isNeeded } from './policy.ts'
import { overallOf, type Finding, type Report } from './report.ts'
import { freshMemory } from './trust-bundle.ts'
import { verifyBadge, type VerifyOptions } from './verify.ts'

/** One input of a batch. Bytes that are fetched by a function are in memory only for their turn. */
export interface ManyInput {
  /** What to call it in the report: a path, a name. */
  readonly input: string
  readonly bytes: Uint8Array | (() => Uint8Array | Promise<Uint8Array>)
}

export interface VerifyManyOptions extends Omit<VerifyOptions, 'input' | 'endorsements'> {
  /** Ends the batch: what was reported so far stands, nothing more comes. */
  readonly signal?: AbortSignal
  /** How many inputs may be under way at once, default 4: they are read while others are judged. */
  readonly aheadMax?: number
  /** How one input is judged; default `verifyBadge`. Who may fetch does it round that. */
  readonly judge?: (bytes: Uint8Array, options: VerifyOptions) => Promise<Report>
}

/**
 * Verifies any number of badges with one policy, bundle and time. Documents of the bundle (status
 * lists, keys, contexts) are read and verified once for the batch. Memory does not grow with the
 * number of inputs.
 *
 * @returns the reports in the order of the inputs, as they come. An input that can't be read, or that
 * brings a check down, has its own report and never ends the batch; only the source of inputs itself
 * can, by throwing.
 */
export async function* verifyMany(
  inputs: Iterable<ManyInput> | AsyncIterable<ManyInput>,
  options: VerifyManyOptions,
): AsyncGenerator<Report, void, undefined> {
  const { signal, aheadMax = 4, judge = verifyBadge, ...verifying } = options
  const batch = { ...verifying, bundle: { ...options.bundle, memory: freshMemory() } }
  const underWay: Promise<Report>[] = []
  const stopped = stopOf(signal)
  const source = iteratorOf(inputs)
  try {
    let hasMore = true
    while (signal?.aborted !== true && (hasMore || underWay.length > 0)) {
      if (hasMore && underWay.length < Math.max(1, aheadMax)) {
        const next = await Promise.race([source.next(), stopped.promise])
        if (next === null) return
        if (next.done === true) hasMore = false
        else underWay.push(reportOf(next.value, batch, judge))
        continue
      }
      const report = await Promise.race([underWay[0] ?? null, stopped.promise])
      if (report === null) return
      void underWay.shift()
      yield report
    }
  } finally {
    stopped.forget()
    // A source that is waiting for something is told to stop and not waited for.
    void Promise.resolve(source.return?.()).catch(() => undefined)
  }
}

async function reportOf(
  item: ManyInput,
  options: VerifyOptions,
  judge: NonNullable<VerifyManyOptions['judge']>,
): Promise<Report> {
  const { input, bytes } = item
  let read: Uint8Array
  try {
    read = typeof bytes === 'function' ? await bytes() : bytes
  } catch (error) {
    return without(input, options, 'PARSING_ERROR', { reason: messageOf(error) })
  }
  // Judging never waits for anything but itself: whoever cancels has to be let in between.
  await pause()
  try {
    return await judge(read, { ...options, input })
  } catch (error) {
    const reason = messageOf(error)
    return without(input, options, 'NOT_CHECKED_BY_THIS_VERSION', { reason })
  }
}

/** The report of an input of which nothing can be said: unreadable, or a fault of this program. */
function without(
  input: string,
  options: VerifyOptions,
  code: 'PARSING_ERROR' | 'NOT_CHECKED_BY_THIS_VERSION',
  facts: Facts,
): Report {
  const detected: Detected = {
    kind: 'none',
    version: null,
    dataModel: null,
    form: 'none',
    name: 'Not read',
    securing: [],
    reason: { code, facts },
    notes: [],
  }
  const finding: Finding = format(detected)
  const needed = isNeeded(options.policy ?? defaultPolicy, finding.id)
  const checks = [{ ...finding, needed }]
  return {
    input,
    detected,
    at: options.at,
    overall: overallOf(checks),
    checks,
    parts: [],
    asOf: null,
    subject: {},
    bundle: options.bundle.name,
  }
}

type Inputs = AsyncIterator<ManyInput> | Iterator<ManyInput>

function iteratorOf(inputs: Iterable<ManyInput> | AsyncIterable<ManyInput>): {
  next: () => Promise<IteratorResult<ManyInput>>
  return?: () => unknown
} {
  const iterator: Inputs =
    Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]()
  return { next: async () => iterator.next(), return: () => iterator.return?.() }
}

function stopOf(signal: AbortSignal | undefined): {
  readonly promise: Promise<null>
  readonly forget: () => void
} {
  const done = Promise.withResolvers<null>()
  const stop = () => done.resolve(null)
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })
  return { promise: done.promise, forget: () => signal?.removeEventListener('abort', stop) }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown'
}
