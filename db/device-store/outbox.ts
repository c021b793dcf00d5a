import type { Json, Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Sight } from '../seen.ts'
import { asKey } from '../records/kinds.ts'
import { int, text, textMaybe } from '../sql/row.ts'
import type { SqlRow, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** `queued`: never sent, may still be folded · `applied`: the district did it, the pull has yet to bring it. */
export type PendingState = 'queued' | 'sent' | 'waiting' | 'applied' | 'refused'

/** A command of this device that the district has not settled, or has refused. */
export interface Pending {
  readonly n: number
  readonly key: string
  readonly name: string
  readonly input: Json
  readonly stamp: string
  /** By the district's time, where this device's clock was known to be wrong (epoch ms). */
  readonly doneAt: number
  readonly state: PendingState
  readonly sight: Exclude<Sight, 'record'>
  /** What it waits for in the district. */
  readonly waitOn?: string
  readonly refusal?: Refusal
  /** It stays here until then (epoch ms, by this device's clock as it was), and may be taken back. */
  readonly goesAt?: number
  /** Since when it stays (epoch ms, by the same clock). */
  readonly heldFrom?: number
  /** Commands that were done as one, and go or are taken back together. */
  readonly goesWith?: string
}

/** A record that a command looked at; `wrote`: changes it, or would. */
export interface Touch {
  readonly key: Key
  readonly wrote: boolean
}

const columns =
  'n, key, name, input, stamp, done_at, state, sight, wait_on, refusal, goes_at, goes_with, held_from'

/** How far a clock may go back under what is held (ms): computers put their clocks right by themselves, a moment at a time. */
const clockBackMsMax = 60_000

/** Whether a row is held; its values are those of `heldAt`. */
export const isHeld = "(state = 'queued' and goes_at > ? and held_from <= ?)"

/**
 * The values of `isHeld` for a time of this device's clock. One that is held from later than now, or a clock that was
 * put back, would hold it for as long as the clock is wrong: then it goes.
 */
export const heldAt = (nowMs: number): readonly [number, number] => [nowMs, nowMs + clockBackMsMax]

/** The outbox in order. */
export function* outboxRows(): Steps<Pending[]> {
  const rows = yield* query(`select ${columns} from outbox order by n`)
  return rows.map(pendingOf)
}

/** How each row of the outbox stands, in order, without reading what is in them. */
export function* outboxStates(): Steps<PendingState[]> {
  const rows = yield* query('select state from outbox order by n')
  return rows.map(row => stateOf(text(row, 'state')))
}

/** How many rows wait in the district for the same. */
export function* waitingFor(on: string): Steps<number> {
  const rows = yield* query(
    "select count(*) as rows_all from outbox where state = 'waiting' and wait_on = ?",
    on,
  )
  return rows[0] ? int(rows[0], 'rows_all') : 0
}

/** The rows that the district has yet to decide and that aren't held, in order, those that wait last. */
export function* rowsToSend(limit: number, nowMs: number): Steps<Pending[]> {
  const rows = yield* query(
    `select ${columns} from outbox where state in ('queued', 'sent', 'waiting')
       and ${isHeld} is not true
     order by (state = 'waiting'), n limit ?`,
    ...heldAt(nowMs),
    limit,
  )
  return rows.map(pendingOf)
}

/** One row by its number. */
export function* outboxRow(n: number): Steps<Pending | undefined> {
  const [row] = yield* query(`select ${columns} from outbox where n = ?`, n)
  return row && pendingOf(row)
}

/** Those of the commands that are here, by their keys. */
export function* outboxRowsOf(keys: readonly string[]): Steps<Map<string, Pending>> {
  const rows = yield* query(
    `select ${columns} from outbox where key in (select value from json_each(?))`,
    JSON.stringify(keys),
  )
  return new Map(rows.map(row => [text(row, 'key'), pendingOf(row)]))
}

/** One row by its command's key. */
export function* outboxRowOf(key: string): Steps<Pending | undefined> {
  const [row] = yield* query(`select ${columns} from outbox where key = ?`, key)
  return row && pendingOf(row)
}

/** Writes a row as it now is. */
export function* putOutbox(pending: Pending): Steps<void> {
  yield* query(
    `insert into outbox (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (n) do update set input = excluded.input, stamp = excluded.stamp,
       done_at = excluded.done_at, state = excluded.state, sight = excluded.sight,
       wait_on = excluded.wait_on, refusal = excluded.refusal`,
    pending.n,
    pending.key,
    pending.name,
    JSON.stringify(pending.input),
    pending.stamp,
    pending.doneAt,
    pending.state,
    pending.sight,
    pending.waitOn ?? null,
    pending.refusal ? JSON.stringify(pending.refusal) : null,
    pending.goesAt ?? null,
    pending.goesWith ?? null,
    pending.heldFrom ?? null,
  )
}

/** What a row touches. */
export function* touchesOf(n: number): Steps<readonly Touch[]> {
  return (yield* touchesOfAll([n])).get(n) ?? []
}

/** What each of some rows touches. */
export function* touchesOfAll(rows: readonly number[]): Steps<Map<number, Touch[]>> {
  const found = new Map<number, Touch[]>()
  const touches = yield* query(
    'select n, key, wrote from touch where n in (select value from json_each(?)) order by n, key',
    JSON.stringify(rows),
  )
  for (const row of touches) {
    const n = int(row, 'n')
    const all = found.get(n) ?? []
    if (all.length === 0) found.set(n, all)
    all.push({ key: asKey(text(row, 'key')), wrote: int(row, 'wrote') === 1 })
  }
  return found
}

/** Which rows touch each of the records. */
export function* touching(
  keys: Iterable<Key>,
): Steps<Map<Key, { readonly n: number; readonly wrote: boolean }[]>> {
  const rows = yield* query(
    'select key, n, wrote from touch where key in (select value from json_each(?))',
    JSON.stringify([...keys]),
  )
  const found = new Map<Key, { readonly n: number; readonly wrote: boolean }[]>()
  for (const row of rows) {
    const key = asKey(text(row, 'key'))
    const all = found.get(key) ?? []
    if (all.length === 0) found.set(key, all)
    all.push({ n: int(row, 'n'), wrote: int(row, 'wrote') === 1 })
  }
  return found
}

/** Notes what a row touches, in place of what it did. */
export function* putTouches(n: number, touches: readonly Touch[]): Steps<void> {
  const now = new Map<Key, boolean>(touches.map(touch => [touch.key, touch.wrote]))
  const old = new Map<Key, boolean>((yield* touchesOf(n)).map(touch => [touch.key, touch.wrote]))
  for (const key of old.keys())
    if (!now.has(key)) yield* query('delete from touch where n = ? and key = ?', n, key)
  for (const [key, wrote] of now)
    if (old.get(key) !== wrote)
      yield* query(
        `insert into touch (n, key, wrote) values (?, ?, ?)
         on conflict (n, key) do update set wrote = excluded.wrote`,
        n,
        key,
        wrote ? 1 : 0,
      )
}

function pendingOf(row: SqlRow): Pending {
  const waitOn = textMaybe(row, 'wait_on')
  const refusal = textMaybe(row, 'refusal')
  const goesWith = textMaybe(row, 'goes_with')
  return {
    n: int(row, 'n'),
    key: text(row, 'key'),
    name: text(row, 'name'),
    input: JSON.parse(text(row, 'input')),
    stamp: text(row, 'stamp'),
    doneAt: int(row, 'done_at'),
    state: stateOf(text(row, 'state')),
    sight: sightOf(text(row, 'sight')),
    ...(waitOn === undefined ? {} : { waitOn }),
    ...(refusal === undefined ? {} : { refusal: JSON.parse(refusal) }),
    ...(goesWith === undefined
      ? {}
      : { goesWith, goesAt: int(row, 'goes_at'), heldFrom: int(row, 'held_from') }),
  }
}

function stateOf(value: string): PendingState {
  if (value === 'queued' || value === 'sent' || value === 'waiting') return value
  if (value === 'applied' || value === 'refused') return value
  throw new TypeError(`outbox state ${value}`)
}

function sightOf(value: string): Exclude<Sight, 'record'> {
  if (value === 'shown' || value === 'unshown' || value === 'doubtful') return value
  throw new TypeError(`sight ${value}`)
}
