import type { ManyInput } from './many-input.ts'
import { pause } from './pause.ts'
import { defaultPolicy } from './policy.ts'
import type { Report } from './report.ts'
import { saidBy, SeenIds, withSameId, type SameIds, type Said } from './same-id.ts'
import { unreadReport } from './unread-report.ts'
import { freshMemory } from './trust-bundle.ts'
import { verifyBadge, type VerifyOptions } from './verify.ts'

export { freshMemory, type BundleMemory } from './trust-bundle.ts'
export type { ManyInput } from './many-input.ts'
export type { SameIds } from './same-id.ts'
export { sameIdsIn } from './same-ids-in.ts'

export interface VerifyManyOptions extends Omit<VerifyOptions, 'input' | 'endorsementsOfOthers'> {
  /** Endorsements that came beside the batch: each is judged as a part of every badge it speaks of. */
  readonly endorsements?: readonly Uint8Array[]
  /**
   * Ids that stand for different things in this batch (`sameIdsIn`): each input that has one says so.
   * Without it all but the first do.
   */
  readonly sameIds?: SameIds
  /** Ends the batch: what was reported so far stands, nothing more comes. */
  readonly signal?: AbortSignal
  /** How many inputs may be under way at once, default 4: they are read while others are judged. */
  readonly aheadMax?: number
  /** How one input is judged; default `verifyBadge`. Who may fetch does it round that. */
  readonly judge?: (bytes: Uint8Array, options: VerifyOptions) => Promise<Report>
}

/**
 * Verifies any number of badges with one policy, bundle and time. Documents of the bundle (status
 * lists, keys, contexts) are read and verified once for the batch; once for several batches where the
 * bundle brings a memory (`freshMemory`), which belongs to one bundle at one time. Beside a short note
 * of each id, up to a limit, memory does not grow with the number of inputs.
 *
 * @returns the reports in the order of the inputs, as they come. An input that can't be read, or that
 * brings a check down, has its own report and never ends the batch; only the source of inputs itself
 * can, by throwing.
 */
export async function* verifyMany(
  inputs: Iterable<ManyInput> | AsyncIterable<ManyInput>,
  options: VerifyManyOptions,
): AsyncGenerator<Report, void, undefined> {
  const { signal, aheadMax = 4, judge = verifyBadge, sameIds, ...verifying } = options
  const memory = options.bundle.memory ?? freshMemory()
  const bundle = { ...options.bundle, memory }
  const batch = { ...verifying, bundle, endorsementsOfOthers: 'left out' as const }
  const policy = options.policy ?? defaultPolicy
  const seen = new SeenIds()
  const underWay: Promise<Judged>[] = []
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
      const judged = await Promise.race([underWay[0] ?? null, stopped.promise])
      if (judged === null) return
      void underWay.shift()
      const { report, said } = judged
      const before = said === null ? [] : seen.see(report.input, said)
      yield withSameId(report, (said && sameIds?.get(said.id)) ?? before, policy)
    }
  } finally {
    stopped.forget()
    // A source that is waiting for something is told to stop and not waited for.
    void Promise.resolve(source.return?.()).catch(() => undefined)
  }
}

interface Judged {
  readonly report: Report
  readonly said: Said | null
}

async function reportOf(
  item: ManyInput,
  options: VerifyOptions,
  judge: NonNullable<VerifyManyOptions['judge']>,
): Promise<Judged> {
  const { input, bytes } = item
  let read: Uint8Array
  try {
    read = typeof bytes === 'function' ? await bytes() : bytes
  } catch (error) {
    const reason = messageOf(error)
    return { report: unreadReport(input, options, 'NOT_READ', { reason }), said: null }
  }
  // Judging never waits for anything but itself: whoever cancels has to be let in between.
  await pause()
  try {
    return { report: await judge(read, { ...options, input }), said: saidBy(read) }
  } catch (error) {
    const reason = messageOf(error)
    const report = unreadReport(input, options, 'NOT_CHECKED_BY_THIS_VERSION', { reason })
    return { report, said: null }
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
