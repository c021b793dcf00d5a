import type { PushReply as ToldReply } from '../../contract/sync/push.ts'
import { pushReply } from '../../contract/sync/push.ts'
import { readRefusal } from '../../contract/sync/refusals.ts'
import { districtPaths, protocol, wireLimits } from '../../contract/sync/version.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { PushReply } from '../../db/wire.ts'
import type { Line } from './line.ts'

/** Room for the frame around the commands (bytes). */
const frameBytes = 16_384

interface Parts {
  readonly store: DeviceStore
  clock(): number
}

/**
 * Sends what waits, batch after batch, until nothing is left that was never sent. The district's answers are hints;
 * what counts comes with the next pull. `isAway`: the last try got no answer, so the first batch is what that one was.
 * Returns whether the district answered anything. Throws `Away`.
 */
export async function pushAll(
  { store, clock }: Parts,
  line: Line,
  signal: AbortSignal,
  isAway: boolean,
  onBatch: () => void,
): Promise<boolean> {
  for (let answers = 0; ; answers++) {
    const push = store.nextPush({
      rowsMax: wireLimits.pushMutationsMax,
      bytesMax: wireLimits.pushBytesMax - frameBytes,
      isAgain: isAway && answers === 0,
    })
    if (push === undefined) return answers > 0
    const reply = await line.ask(
      { method: 'POST', target: districtPaths.push, value: { protocol, ...push }, signal },
      pushReply,
    )
    store.notePushReply(replyOf(reply), clock())
    onBatch()
    if (!store.outboxStates().includes('queued')) return true
  }
}

const replyOf = (reply: ToldReply): PushReply => ({
  now: reply.now,
  results: reply.results.map(([key, result]) => [key, resultOf(result)]),
})

type ToldResult = ToldReply['results'][number][1]

/** A result as the store takes it. A refusal's code may be newer than this program; screens have words for that. */
export function resultOf(result: ToldResult): PushReply['results'][number][1] {
  if (result.status !== 'refused') return result
  return { ...result, refusal: readRefusal(result.refusal) }
}
