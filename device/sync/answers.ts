import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PullReply } from '../../contract/sync/pull.ts'
import { pullTarget } from '../../contract/sync/pull.ts'
import { pullReplyRead } from '../../contract/sync/read-pull.ts'
import { wireLimits } from '../../contract/sync/version.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { auditSeen } from './audit-seen.ts'
import type { Line } from './line.ts'

/** A held answer, and the way back (ms). */
const quietMs = wireLimits.pullWaitMs + 15_000

/** What a district answered, which place of its audit it was asked about, and which streams were wanted anew. */
export interface Answer {
  readonly told: PullReply
  readonly link: number | undefined
  readonly anew: readonly string[]
  /** When it was asked for, by this computer's clock (epoch ms). */
  readonly askedAt: number
}

/**
 * The answers of one pull, from where the store stands. While one is taken in, the next is on its way already: the district
 * makes it ready meanwhile. Whoever stops reading leaves none behind. Throws `Away`.
 */
export async function* answersOf(
  { store, clock }: { readonly store: DeviceStore; clock(): number },
  line: Line,
  signal: AbortSignal,
): AsyncGenerator<Answer, never> {
  const left = new AbortController()
  const ask = (cursor: string, waitMs: number, anew: readonly string[] = []) => {
    const { link } = auditSeen(store)?.held ?? {}
    const askedAt = clock()
    const told = line.ask(
      {
        method: 'GET',
        target: pullTarget(cursor, waitMs, link, anew),
        quietMs,
        signal: AbortSignal.any([signal, left.signal]),
      },
      pullReplyRead,
    )
    // One that is asked ahead may fail before anybody waits for it.
    told.catch(() => undefined)
    return { cursor, link, anew, told, askedAt }
  }
  const begins = store.standing()
  const { anew = [] } = begins
  // What was agreed to go goes with the next answer, which need not bring anything.
  const isAgreed = begins.resyncing && begins.resyncConfirmed
  const isAtOnce = begins.midPull || begins.cursor === '' || anew.length > 0 || isAgreed
  let asked = ask(begins.cursor, isAtOnce ? 0 : wireLimits.pullWaitMs, anew)
  try {
    for (;;) {
      const { link, anew: wanted, askedAt } = asked
      const told = await asked.told
      if ('more' in told && told.more) {
        asked = ask(told.next, 0)
        // What takes a page in gives no turn to anything else: first the question has to leave.
        await nextTurn()
      }
      yield { told, link, anew: wanted, askedAt }
      const { cursor, anew: still } = store.standing()
      if (asked.cursor !== cursor) asked = ask(cursor, 0, still)
    }
  } finally {
    left.abort()
  }
}
