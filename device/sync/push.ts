import type { PushReply as ToldReply } from '../../contract/sync/push.ts'
import { pushReply } from '../../contract/sync/push.ts'
import { readRefusal } from '../../contract/sync/refusals.ts'
import { districtPaths, protocol, wireLimits } from '../../contract/sync/version.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Mutation, PushReply } from '../../db/wire.ts'
import { Away } from './away.ts'
import { inputBytesMax, jsonBytes, pushedBytesMax } from './command-size.ts'
import { Stayed } from './exchange.ts'
import type { Line } from './line.ts'
import { refuseHere } from './refuse-here.ts'
import { forgetSent } from './sent-mark.ts'
import type { Stuck } from './stuck.ts'
import { isTimely } from './timely.ts'

interface Parts {
  readonly store: DeviceStore
  readonly stuck: Stuck
  clock(): number
  onChanged(keys: Iterable<string>): void
}

/**
 * Sends what waits, batch after batch, until nothing is left that was never sent. The district's answers are hints;
 * what counts comes with the next pull. Of a district that has begun another life nothing more is asked until it was pulled
 * from the beginning. `isAway`: the last try got no answer, so the first batch is what that one was.
 * A command that is too large for any push is refused here, and the others go on. Returns whether the district
 * answered anything. Throws `Away`.
 */
export async function pushAll(
  parts: Parts,
  line: Line,
  signal: AbortSignal,
  isAway: boolean,
  onBatch: () => void,
): Promise<boolean> {
  const { store, stuck, clock } = parts
  const asked = new Set<string>()
  let rowsMax: number = wireLimits.pushMutationsMax
  for (let answers = 0; ;) {
    const push = store.nextPush(
      {
        rowsMax: rowsMax + stuck.resting(clock()),
        bytesMax: pushedBytesMax,
        isAgain: isAway && answers === 0,
      },
      clock(),
    )
    const { batch, tooLarge } = cut(stuck.awake(push?.mutations ?? [], clock()), rowsMax)
    if (tooLarge !== undefined) {
      refuse(parts, tooLarge, onBatch)
      continue
    }
    const [first] = batch
    if (push === undefined || first === undefined) return answers > 0
    // Nothing new among them: what is left is held, or waits for what is.
    if (batch.every(({ key }) => asked.has(key))) return true
    const { device, life } = push
    const value = { protocol, device, mutations: batch, ...(life === undefined ? {} : { life }) }
    try {
      const leaves = () => store.leave({ device, mutations: batch })
      const askedAt = clock()
      const reply = await line.ask(
        { method: 'POST', target: districtPaths.push, value, signal, leaves },
        pushReply,
      )
      const now = clock()
      const told = replyOf(reply)
      if (told.resync !== undefined) forgetSent(store)
      stuck.note(told.results, now)
      store.notePushReply(told, now, isTimely(askedAt, now))
      // What an earlier life had decided goes first: the pull brings it back on its way.
      if (told.resync !== undefined) return true
    } catch (error) {
      // Something was taken back while the way was being opened: what is left goes.
      if (error instanceof Stayed) continue
      if (!isTooLarge(error)) throw error
      // This district takes less at once: half of it, until the one is found that it never takes.
      if (batch.length > 1) rowsMax = Math.ceil(batch.length / 2)
      else refuse(parts, first, onBatch)
      continue
    }
    answers++
    for (const { key } of batch) asked.add(key)
    onBatch()
    if (!store.outboxStates().includes('queued')) return true
  }
}

/** As many commands as go at once, in their order, or one at their head that never fits. */
function cut(
  mutations: readonly Mutation[],
  rowsMax: number,
): { readonly batch: readonly Mutation[]; readonly tooLarge: Mutation | undefined } {
  const batch: Mutation[] = []
  let sizeBytes = 0
  for (const mutation of mutations.slice(0, rowsMax)) {
    const bytes = jsonBytes(mutation)
    if (bytes > pushedBytesMax) return { batch, tooLarge: mutation }
    sizeBytes += bytes
    if (sizeBytes > pushedBytesMax) break
    batch.push(mutation)
  }
  return { batch, tooLarge: undefined }
}

function refuse(parts: Parts, mutation: Mutation, onBatch: () => void): void {
  const facts = { sizeBytes: jsonBytes(mutation), bytesMax: inputBytesMax }
  parts.onChanged(refuseHere(parts, mutation.key, { code: 'too_large', facts }))
  onBatch()
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Away && error.said?.code === 'too_large'

const replyOf = (reply: ToldReply): PushReply => ({
  ...reply,
  results: reply.results.map(([key, result]) => [key, resultOf(result)]),
})

type ToldResult = ToldReply['results'][number][1]

/** A result as the store takes it. A refusal's code may be newer than this program; screens have words for that. */
export function resultOf(result: ToldResult): PushReply['results'][number][1] {
  if (result.status !== 'refused') return result
  return { ...result, refusal: readRefusal(result.refusal) }
}
