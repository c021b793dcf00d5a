import type { Key } from '../../core/kit/record-type.ts'
import { asKey } from '../records/kinds.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Page, Resync } from '../wire.ts'
import { reviveArchive } from './archive.ts'
import { askHeldAnew, copyChecked } from './differing.ts'
import { hereStream, isOfKinds, shippedStream } from './mirror.ts'
import { stand, standingOf } from './standing.ts'

/** A resync that would take away more than this part of the records asks first: a district that came up empty must not empty its devices. */
const goneShareMax = 0.2
const goneRowsMin = 20

/** Whether so many of all records are more than may go without being asked. */
export const isTooMuchGone = (gone: number, all: number): boolean =>
  gone >= goneRowsMin && gone > all * goneShareMax

const fromDistrict = `stream not in ('${hereStream}', '${shippedStream}')`

/**
 * Begins the pull anew. The mirror stays in sight meanwhile, the outbox always. After a restore of the
 * district, what it had acknowledged is sent again: the same key has one effect, so nothing is doubled. `epoch`: the life
 * that the district says it has now.
 */
export function* startResync(why: Resync['resync'], epoch?: number): Steps<void> {
  const { generation, life } = yield* standingOf()
  // Where it is not said, another life is noticed at the first page.
  const known = (why === 'epoch' ? epoch : undefined) ?? life?.epoch
  yield* stand({
    cursor: '',
    ...(known === undefined ? {} : { life: { epoch: known, told: 0 } }),
    midPull: true,
    resyncing: true,
    resyncConfirmed: false,
    generation: generation + 1,
    resyncSince: generation + 1,
    // All of it begins anew.
    anew: [],
    renewing: {},
  })
  yield* askResultsAgain()
  if (why === 'epoch') yield* sendAgain()
}

/** What the district had said may be gone with the rest: all of it goes again, in its order. */
export function* sendAgain(): Steps<void> {
  yield* query("update outbox set state = 'sent', settled = 0 where state = 'applied'")
  yield* reviveArchive()
}

/**
 * What the district said at once of a command, and no page has brought yet, may be forgotten there, or gone: asked again,
 * the district tells it again. So is what stands in the stream of a name that this computer no longer has.
 */
export function* askResultsAgain(): Steps<void> {
  yield* query("update outbox set state = 'sent' where state = 'applied' and settled = 0")
}

/**
 * At the end of a pull from the beginning: what it did not bring is gone, but for what is of kinds that the district does
 * not know. Returns those records.
 */
export function* finishResync({ without = [] }: Page): Steps<Key[]> {
  const { resyncing, resyncConfirmed, generation, resyncSince = generation } = yield* standingOf()
  if (!resyncing) return []
  // Said to be done and not in the results that came with all the rest: a district that was restored again meanwhile has
  // lost it, and, with no cursor here that it could find wrong, never says so.
  yield* askResultsAgain()
  const gone = yield* oldRows(resyncSince, without)
  const [row] = yield* query(`select count(*) as rows_all from mirror where ${fromDistrict}`)
  const all = row ? int(row, 'rows_all') : 0
  if (isTooMuchGone(gone, all) && !resyncConfirmed) return []
  // What was agreed to has happened: whatever goes another time is asked about.
  yield* stand({ resyncing: false, resyncConfirmed: false })
  const old = yield* query(
    `delete from mirror where generation < ? and ${fromDistrict} and not ${isOfKinds} returning key`,
    resyncSince,
    JSON.stringify(without),
  )
  return old.map(taken => asKey(text(taken, 'key')))
}

/** The person agrees that the old records go. Takes effect at the end of the next pull. */
export function* confirmResync(): Steps<void> {
  yield* stand({ resyncConfirmed: true })
  yield* askHeldAnew()
}

/** How many old records are kept although the pull is complete, because so many would go. */
export function* heldRows({ without = [] }: Page): Steps<number> {
  const { resyncing, midPull, generation, resyncSince = generation } = yield* standingOf()
  if (midPull) return 0
  return resyncing ? yield* oldRows(resyncSince, without) : (yield* copyChecked()).heldCount
}

function* oldRows(generation: number, without: readonly string[]): Steps<number> {
  const sql = `select count(*) as rows_old from mirror where generation < ? and ${fromDistrict} and not ${isOfKinds}`
  const [row] = yield* query(sql, generation, JSON.stringify(without))
  return row ? int(row, 'rows_old') : 0
}
