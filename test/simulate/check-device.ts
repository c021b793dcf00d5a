import { stampAheadMsMax } from '../../core/merge/clock.ts'
import type { SimDevice } from './device.ts'
import { positionOf } from './position.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'
import { question, resultIn } from './rows.ts'

/** How a computer looked when it was last looked at. */
export interface Looked {
  changes: number
  cursor: string
  keys: ReadonlySet<string>
  stamp: string
  stampN: number
}

/** How many rows were ever changed through a connection. */
const changes = question<{ readonly n: number }>('select total_changes() as n')

interface OutboxRow {
  readonly n: number
  readonly key: string
  readonly name: string
  readonly stamp: string
  readonly input: string
  readonly done_at: number
}

const outboxes = question<OutboxRow>(
  'select n, key, name, stamp, input, done_at from outbox order by n',
)

/** Looks at every computer on which something changed since it was last looked at. */
export function checkDevices(world: World): void {
  for (const device of world.devices) {
    const before = world.ledger.looked.get(device.id)
    const now = changes.first(device.db)?.n ?? 0
    if (before?.changes === now) continue
    const rows = outboxes.rows(device.db)
    const looked: Looked = {
      changes: now,
      cursor: device.place.store.standing().cursor,
      keys: new Set(rows.map(row => row.key)),
      stamp: before?.stamp ?? '',
      stampN: before?.stampN ?? 0,
    }
    for (const row of rows) adopt(world, device, row)
    if (before !== undefined) {
      checkOutbox(world, device, before.keys, looked.keys)
      checkCursor(world, device, before.cursor, looked.cursor)
    }
    for (const row of rows) checkStamp(world, device, before, looked, row)
    world.ledger.looked.set(device.id, looked)
  }
}

/**
 * What was given under a key that a copy of the folder had given too goes on under a key of its own. Anything else that
 * nobody gave is found when it is decided.
 */
function adopt({ ledger }: World, { name, id, person }: SimDevice, row: OutboxRow): void {
  if (ledger.given.has(row.key) || !ledger.copied.has(name)) return
  const input: Record<string, unknown> = JSON.parse(row.input)
  const n = ++ledger.n
  const { key, name: command, done_at: doneAt } = row
  const by = { device: name, computer: id, person }
  ledger.given.set(key, { key, ...by, name: command, input, n, expects: [], doneAt })
  ledger.again.add(key)
}

/** NO_LOSS: a command leaves the outbox only with a result, or because its person took it back or read why not. */
function checkOutbox(
  { ledger, dbs }: World,
  device: SimDevice,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): void {
  // Who was erased leaves nothing behind, also what they never sent.
  if (ledger.erased.has(device.person)) return
  for (const key of before) {
    if (now.has(key) || ledger.gone.has(key)) continue
    if (resultIn(dbs.record, key) === undefined)
      throw new Broken('NO_LOSS', 'A command left a computer without a result.', {
        key,
        on: device.name,
        given: ledger.given.get(key),
      })
  }
}

/** CURSOR: within one life of the district, a computer never knows less than before. */
function checkCursor(world: World, device: SimDevice, before: string, now: string): void {
  if (before === '' || now === '' || before === now) return
  const was = positionOf(world, device, before)
  const is = positionOf(world, device, now)
  if (is === undefined) throw new Broken('CURSOR', 'A computer holds a cursor that is none.')
  if (was?.epoch !== is.epoch) return
  for (const [stream, seq] of Object.entries(is.streams))
    if (seq < (was.streams[stream] ?? 0))
      throw new Broken('CURSOR', 'A computer went back in a stream.', { on: device.name, stream })
}

/**
 * HLC: what is done later on a computer has a later stamp than all that was done before, but where its clock was ahead and
 * is put right. (What is typed on keeps its place and gets the newer stamp.)
 */
function checkStamp(
  { ledger, time }: World,
  device: SimDevice,
  before: Looked | undefined,
  looked: Looked,
  row: OutboxRow,
): void {
  if (row.stamp > looked.stamp) looked.stamp = row.stamp
  looked.stampN = Math.max(looked.stampN, row.n)
  if (before === undefined || row.n <= before.stampN || ledger.again.has(row.key)) return
  const wasAhead = Number(before.stamp.slice(0, 13)) > time.nowMs + stampAheadMsMax - slackMs
  if (row.stamp <= before.stamp && !wasAhead)
    throw new Broken('HLC', 'A later command of a computer has an earlier stamp.', {
      on: device.name,
      key: row.key,
      stamp: row.stamp,
      before: before.stamp,
    })
}

/** A clock that is put right may be so by a moment only. */
const slackMs = 60_000
