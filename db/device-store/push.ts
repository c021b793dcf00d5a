import type { Result, Push, PushReply } from '../wire.ts'
import { repaired } from '../../core/merge/clock.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { heldKeys } from './going.ts'
import type { Pending } from './outbox.ts'
import { outboxRowOf, rowsToSend, touchesOf } from './outbox.ts'
import { giveOwnKey } from './own-key.ts'
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
  const { joined, actor } = yield* standingOf()
  if (!joined) return undefined
  const mutations: Push['mutations'][number][] = []
  const leaving: number[] = []
  let sizeBytes = 0
  const rows = yield* rowsToSend(limits.rowsMax, nowMs)
  const again = limits.isAgain === true ? rows.filter(row => row.state !== 'queued') : []
  const staying = yield* heldKeys(nowMs)
  for (const row of again.length > 0 ? again : rows) {
    const { key, name, input, stamp, doneAt } = row
    const before = yield* afterOf(row)
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
  return mutations.length > 0 ? { device: actor.device, mutations } : undefined
}

/** The earlier commands that must be decided first, in order: for each record the last that changes it, and, for a change, those that looked at it since. */
function* afterOf(row: Pending): Steps<string[]> {
  const open = "o.state in ('queued', 'sent', 'waiting')"
  const join = 'from touch t join outbox o on o.n = t.n where t.key = ? and t.n < ?'
  const after = new Map<number, string>()
  for (const { key, wrote } of yield* touchesOf(row.n)) {
    const [last] = yield* query(
      `select o.n as n, o.key as key ${join} and t.wrote = 1 and ${open} order by o.n desc limit 1`,
      key,
      row.n,
    )
    if (last) after.set(int(last, 'n'), text(last, 'key'))
    if (!wrote) continue
    const since = last ? int(last, 'n') : 0
    const readers = yield* query(
      `select o.n as n, o.key as key ${join} and t.wrote = 0 and t.n > ? and ${open}`,
      key,
      row.n,
      since,
    )
    for (const reader of readers) after.set(int(reader, 'n'), text(reader, 'key'))
  }
  return [...after].toSorted(([a], [b]) => a - b).map(([, key]) => key)
}

/**
 * Notes what the district said at once. It is a hint: an applied command stays on top, and a refused one
 * stays, until a pull brings the result together with everything it did.
 */
export function* notePushReply(reply: PushReply, nowMs: number, base: Base): Steps<void> {
  const applied: string[] = []
  for (const [key, result] of reply.results) {
    if (result.status === 'applied') applied.push(key)
    else yield* hint(key, result, base)
  }
  yield* query(
    `update outbox set state = 'applied', wait_on = null
     where state in ('sent', 'waiting') and key in (select value from json_each(?))`,
    JSON.stringify(applied),
  )
  yield* setClock(reply.now, nowMs)
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
