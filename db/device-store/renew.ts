import type { Key } from '../../core/kit/record-type.ts'
import { deviceStream } from '../district-store/done.ts'
import { asKey } from '../records/kinds.ts'
import { sumsOver } from '../records/sum.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Page } from '../wire.ts'
import { isAskedAnew, noteDiffering, noteMended } from './differing.ts'
import { askResultsAgain, isTooMuchGone } from './resync.ts'
import { isOfKinds } from './mirror.ts'
import { stand, standingOf } from './standing.ts'

/**
 * Begins streams anew, where a page says so: because this computer asked, or because it was away so long that the district
 * has forgotten what left them. What is here of them stays in sight until all of it has come.
 */
export function* beginRenewal(streams: readonly string[]): Steps<void> {
  const { actor, generation, renewing = {} } = yield* standingOf()
  const since = Object.fromEntries(streams.map(stream => [stream, generation + 1] as const))
  yield* stand({ generation: generation + 1, renewing: { ...renewing, ...since } })
  if (streams.includes(deviceStream(actor.device))) yield* askResultsAgain()
}

/**
 * Once all has come: what a stream showed before and did not show again is gone, where what came is what the district has
 * counted there; what is of kinds that the district does not know is not. If much would go, only where this computer was away for too long, or the person has agreed. Returns the
 * records that went.
 */
export function* finishRenewal({ sums, now, without = [] }: Page): Steps<Key[]> {
  const { renewing = {}, resyncing, resyncConfirmed } = yield* standingOf()
  const gone: Key[] = []
  for (const [stream, generation] of Object.entries(renewing)) {
    const told = sums?.[stream]
    const came = yield* cameSince(stream, generation, without)
    const isMuch = isTooMuchGone(came.old, came.old + came.records) && !resyncConfirmed
    const isAsked = yield* isAskedAnew(stream)
    const isWhole = told && told[0] === came.records && told[1] === came.sum
    if (resyncing || (told && !isWhole)) yield* noteDiffering(stream, now)
    else if (isMuch && (isAsked || !told)) yield* noteDiffering(stream, now, came.old)
    else {
      gone.push(...(yield* dropOlder(stream, generation, without)))
      yield* noteMended(stream, now)
    }
  }
  if (Object.keys(renewing).length > 0)
    yield* stand({ renewing: {}, ...(resyncing ? {} : { resyncConfirmed: false }) })
  return gone
}

/** What is of kinds that the district does not know could not come again, and stays. */
function* dropOlder(stream: string, generation: number, without: readonly string[]): Steps<Key[]> {
  const old = yield* query(
    `delete from mirror where stream = ? and generation < ? and not ${isOfKinds} returning key`,
    stream,
    generation,
    JSON.stringify(without),
  )
  return old.map(row => asKey(text(row, 'key')))
}

interface Came {
  readonly records: number
  readonly sum: number
  /** Records of before that have not come again. */
  readonly old: number
}

function* cameSince(stream: string, generation: number, without: readonly string[]): Steps<Came> {
  const rows = yield* query(
    `select generation >= ? as is_new, count(*) as records, ${sumsOver('told')} as sum
     from mirror where stream = ? and not ${isOfKinds} group by 1`,
    generation,
    stream,
    JSON.stringify(without),
  )
  const came = rows.find(row => row['is_new'] === 1)
  const old = rows.find(row => row['is_new'] === 0)
  return {
    records: came ? int(came, 'records') : 0,
    sum: came ? int(came, 'sum') : 0,
    old: old ? int(old, 'records') : 0,
  }
}
