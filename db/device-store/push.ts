import type { Result, Push, PushReply } from '../wire.ts'
import { repaired } from '../../core/merge/clock.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { heldKeys } from './going.ts'
import type { Pending } from './outbox.ts'
import { outboxRowOf, rowsToSend, touchesOfAll } from './outbox.ts'
import { giveOwnKey } from './own-key.ts'
import { startResync } from './resync.ts'
import { stand, standingOf } from './standing.ts'

export interface PushLimits {
  readonly rowsMax: number
  readonly bytesMax: number
  /**
   * While nothing gets through: only what may have been on its way already. What is done meanwhile can still be folded,
   * so that an hour of typing without a network is a few commands and not thousands.
   */
  readonly isAgain?: boolean
}

/** Most keys that one command waits for; each of them waits for its own. */
const afterMax = 50

/**
 * The next commands for the district, marked as sent in this very transaction, so that what may be on its
 * way is never folded into; only what was held is marked when it leaves (`leave`), since it may be taken back
 * until then. Commands that wait come last: they must not hold up the others. `undefined`: nothing to send, or
 * not joined. What is held stays, and so does what hangs on it.
 */
export function* nextPush(limits: PushLimits, nowMs: number): Steps<Push | undefined> {
  const { joined, actor, life } = yield* standingOf()
  if (!joined) return undefined
  const mutations: Push['mutations'][number][] = []
  const leaving: number[] = []
  let sizeBytes = 0
  const rows = yield* rowsToSend(limits.rowsMax, nowMs)
  const again = limits.isAgain === true ? rows.filter(row => row.state !== 'queued') : []
  const staying = yield* heldKeys(nowMs)
  const going = again.length > 0 ? again : rows
  const afters = yield* afterOf(going)
  for (const row of going) {
    const { key, name, input, stamp, doneAt } = row
    const before = afters.get(row.n) ?? []
    if (before.some(earlier => staying.has(earlier))) {
      staying.add(key)
      continue
    }
    const mutation = { key, name, input, stamp, doneAt, after: before.slice(-afterMax) }
    sizeBytes += Buffer.byteLength(JSON.stringify(mutation))
    // One command alone always goes, else it would never.
    if (sizeBytes > limits.bytesMax && mutations.length > 0) break
    mutations.push(mutation)
    if (row.state === 'queued' && row.goesWith === undefined) leaving.push(row.n)
  }
  if (leaving.length > 0)
    yield* query(
      "update outbox set state = 'sent' where n in (select value from json_each(?))",
      JSON.stringify(leaving),
    )
  if (mutations.length === 0) return undefined
  return { device: actor.device, mutations, ...(life === undefined ? {} : { life }) }
}

/**
 * The earlier commands that must be decided before each of some, in order: for each record the last that changes it, and,
 * for a change, those that looked at it since.
 */
function* afterOf(rows: readonly Pending[]): Steps<Map<number, string[]>> {
  const touches = yield* touchesOfAll(rows.map(({ n }) => n))
  const keys = new Set([...touches.values()].flat().map(({ key }) => key))
  const found = yield* query(
    `select t.key as touched, t.wrote as wrote, o.n as n, o.key as key
     from touch t join outbox o on o.n = t.n
     where t.key in (select value from json_each(?)) and o.n < ? and o.state in ('queued', 'sent', 'waiting')
     order by o.n`,
    JSON.stringify([...keys]),
    Math.max(0, ...rows.map(({ n }) => n)),
  )
  const open = Map.groupBy(
    found.map(row => ({
      touched: text(row, 'touched'),
      wrote: int(row, 'wrote') === 1,
      n: int(row, 'n'),
      key: text(row, 'key'),
    })),
    ({ touched }) => touched,
  )
  return new Map(
    rows.map(({ n }) => {
      const after = new Map<number, string>()
      for (const { key, wrote } of touches.get(n) ?? []) {
        const earlier = (open.get(key) ?? []).filter(other => other.n < n)
        const last = earlier.findLast(other => other.wrote)
        if (last) after.set(last.n, last.key)
        if (!wrote) continue
        for (const other of earlier)
          if (!other.wrote && other.n > (last?.n ?? 0)) after.set(other.n, other.key)
      }
      const inOrder = [...after].toSorted(([a], [b]) => a - b)
      return [n, inOrder.map(([, key]) => key)]
    }),
  )
}

/**
 * Notes what the district said at once. It is a hint: an applied command stays on top, and a refused one
 * stays, until a pull brings the result together with everything it did. What was said in another life of the district
 * than the one that is known here is no hint any more; a district that has begun one is pulled from the beginning.
 */
export function* notePushReply(
  reply: PushReply,
  nowMs: number,
  base: Base,
  isTimely = true,
): Steps<void> {
  const { life = { epoch: reply.epoch } } = yield* standingOf()
  if (reply.resync !== undefined) yield* startResync(reply.resync, reply.epoch)
  else if (reply.epoch === undefined || reply.epoch === life.epoch)
    yield* noteResults(reply.results, base)
  if (isTimely) yield* setClock(reply.now, nowMs)
}

function* noteResults(results: PushReply['results'], base: Base): Steps<void> {
  const applied: string[] = []
  for (const [key, result] of results) {
    if (result.status === 'applied') applied.push(key)
    else yield* hint(key, result, base)
  }
  yield* query(
    `update outbox set state = 'applied', wait_on = null
     where state in ('sent', 'waiting') and key in (select value from json_each(?))`,
    JSON.stringify(applied),
  )
}

function* hint(key: string, result: Result, base: Base): Steps<void> {
  const row = yield* outboxRowOf(key)
  if (!row || (row.state !== 'sent' && row.state !== 'waiting')) return
  if (result.status === 'wait')
    yield* query("update outbox set state = 'waiting', wait_on = ? where n = ?", result.on, row.n)
  if (result.status === 'fork') yield* giveOwnKey(row, base)
}

/** Learns the district's time; a clock that had run ahead comes back. */
export function* setClock(districtMs: number, nowMs: number): Steps<void> {
  const { clock, actor } = yield* standingOf()
  yield* stand({
    skewMs: districtMs - nowMs,
    clock: repaired(clock, districtMs, actor.device),
  })
}
