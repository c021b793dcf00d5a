import { stampAheadMsMax } from '../../../core/merge/clock.ts'
import type { Pending } from '../../device-store/outbox.ts'
import type { Taken } from '../../device-store/take-page.ts'
import { sumsAll } from '../../records/sum.ts'
import { unsealed } from '../../district-store/cursor.ts'
import { int, text } from '../../sql/row.ts'
import type { SqlRow } from '../../sql/steps.ts'
import type { PullReply, Push, PushReply } from '../../wire.ts'
import { trialSecret } from '../district.ts'
import type { SimDevice } from './sim-device.ts'
import type { World } from './world.ts'
import { timeOn } from './world.ts'

/** What must hold at every step. A broken one ends the run with its name and seed. */
export class Broken extends Error {
  constructor(world: World, invariant: string, facts: unknown) {
    super(`${invariant} (seed ${world.seed}) ${JSON.stringify(facts)}`)
  }
}

/** SCOPE: nothing outside the person's streams, nothing that their view hides. */
export function checkPageScope(
  world: World,
  reply: PullReply,
  device: SimDevice,
  streams: ReadonlySet<string>,
): void {
  if ('resync' in reply) throw new Broken(world, 'NO_RESYNC', reply.resync)
  for (const op of reply.ops) {
    const [stream, kind, id, , , body] = op
    if (!streams.has(stream)) throw new Broken(world, 'SCOPE stream', { stream, on: device.name })
    if (stream !== 'coaches' || !body) continue
    if ('secret' in body || (kind === 'claim' && 'owner' in body))
      throw new Broken(world, 'SCOPE field', { kind, id })
  }
}

/** BLOB_AT_SUBMIT: a claim goes to its readers only when all of its bytes are there. */
export function checkSubmits(world: World, results: PushReply['results']): void {
  for (const [key, result] of results) {
    const command = world.performed.get(key)
    if (!command || command.name !== 'claim.submit' || result.status !== 'applied') continue
    const claim = rowsIn(
      world,
      'select body from record where key = ?',
      `claim/${String(command.input['claim'])}`,
    )[0]
    if (!claim) throw new Broken(world, 'CLAIM_THERE', key)
    const body: { owner: string; files: string[] } = JSON.parse(text(claim, 'body'))
    for (const id of body.files) {
      const [file] = rowsIn(world, 'select body from record where key = ?', `file/${id}`)
      const { sha }: { sha: string } = JSON.parse(file ? text(file, 'body') : '{}')
      if (!world.uploaded.has(`${body.owner}/${sha}`))
        throw new Broken(world, 'BLOB_AT_SUBMIT', { key, sha })
    }
  }
}

/** HELD: nothing goes before its time by the clock of its device, unless that was put back. */
export function checkHeld(world: World, device: SimDevice, push: Push): void {
  const now = timeOn(world, device)
  for (const { key } of push.mutations) {
    const { heldFrom, goesAt } = world.performed.get(key) ?? { heldFrom: 0, goesAt: 0 }
    if (heldFrom <= now && now < goesAt && !world.sent.has(key))
      throw new Broken(world, 'HELD', { key, on: device.name })
    world.sent.add(key)
  }
}

interface BeforeTake {
  readonly from: string
  readonly applied: ReadonlySet<string>
  readonly rows: readonly Pending[]
  /** Streams that began anew with the page. */
  readonly anew: readonly string[]
}

/** CURSOR_MONOTONE, HALF_PULL (nothing is decided again before the last page) and OWN_EFFECT (what the district had applied is settled with it). */
export function checkTaken(
  world: World,
  device: SimDevice,
  taken: Taken,
  before: BeforeTake,
): void {
  if (taken.took !== 'page') return
  // DIGEST: where nothing rots, what is here and what the district shows never differ at the end of a pull.
  const { anew = [] } = device.store.standing()
  if (anew.length > 0) throw new Broken(world, 'DIGEST', { on: device.name, anew })
  const cursorOwner = { device: device.name, person: device.owner }
  const now = unsealed(device.store.standing().cursor, cursorOwner, trialSecret)
  const was = before.from === '' ? undefined : unsealed(before.from, cursorOwner, trialSecret)
  for (const [stream, seq] of Object.entries(was?.streams ?? {})) {
    const next = now?.streams[stream]
    const isAnew = before.anew.includes(stream)
    if (next !== undefined && next < seq && !isAnew)
      throw new Broken(world, 'CURSOR_MONOTONE', { stream, seq, next })
  }
  const after = device.store.outbox()
  if (taken.more) {
    const sights = new Map(before.rows.map(row => [row.key, row.sight]))
    const moved = after.find(row => sights.get(row.key) !== row.sight)
    if (moved) throw new Broken(world, 'HALF_PULL', moved)
  } else {
    const own = after.find(row => before.applied.has(row.key))
    if (own) throw new Broken(world, 'OWN_EFFECT', own)
  }
}

/** What can be looked at between any two steps. */
export function checkStep(world: World): void {
  checkOutboxes(world)
  checkDistrict(world)
}

/** NO_LOSS: a command leaves the outbox only with a result. */
function checkOutboxes(world: World): void {
  const kept = new Set(world.devices.flatMap(device => device.store.outbox().map(row => row.key)))
  const results = resultKeys(world)
  for (const key of world.performed.keys())
    if (!kept.has(key) && !results.has(key)) throw new Broken(world, 'NO_LOSS', key)
  // EXACTLY_ONCE: no effect under a key that nobody gave.
  for (const key of results)
    if (!world.performed.has(key)) throw new Broken(world, 'EXACTLY_ONCE', key)
  for (const device of world.devices) checkDoubts(world, device)
}

/** DOUBT: an approval is in doubt only where this computer knows of another badge, or not that the claim was earned. */
function checkDoubts(world: World, { name, db, store }: SimDevice): void {
  const claims = new Set<string>()
  for (const { key, sight } of store.outbox()) {
    const { name: command, input } = world.performed.get(key) ?? {}
    if (command !== 'badge.approve') continue
    const claim = String(input?.['claim'])
    const isFirst = !claims.has(claim)
    claims.add(claim)
    if (sight !== 'doubtful' || !isFirst) continue
    const told = db.prepare<unknown[], SqlRow>(
      `select 1 from mirror where key = 'claim/' || ? and body ->> 'state' = 'earned'
         and not exists (select 1 from mirror where key like 'badge/%' and body ->> 'claim' = ?)`,
    )
    if (told.get(claim, claim) !== undefined) throw new Broken(world, 'DOUBT', { on: name, key })
  }
}

/** COUNTED (the last number of a stream is its head, no record is in its log twice, its sum is that of its members), CLOCK (no stamp far ahead), ONE_BADGE, LAST_DECIDES, ORDER (commands of one device on one claim keep their order). */
function checkDistrict(world: World): void {
  const gap = rowsIn(
    world,
    `select name from stream where head <> (select max(seq) from change where stream = name)
       or (select count(*) <> count(distinct key) from change where stream = name)
       or records <> (select count(*) from member where stream = name)
       or sum <> (select coalesce(sum(sum), 0) % ${sumsAll} from member m where m.stream = stream.name)`,
  )
  if (gap.length > 0) throw new Broken(world, 'COUNTED', gap)
  const latest = String(world.now + stampAheadMsMax)
  for (const row of rowsIn(world, "select clocks from record where clocks <> '{}'")) {
    const clocks: Record<string, string> = JSON.parse(text(row, 'clocks'))
    for (const stamp of Object.values(clocks))
      if (stamp.slice(0, 13) > latest) throw new Broken(world, 'CLOCK', stamp)
  }
  const twice = rowsIn(
    world,
    'select claim, count(*) as badges from by_badge group by claim having count(*) > 1',
  )
  if (twice.length > 0) throw new Broken(world, 'ONE_BADGE', twice)
  checkReadings(world)
  checkOrder(world)
}

/** LAST_DECIDES: a claim of which all readings are finished is decided. */
function checkReadings(world: World): void {
  const undecided = rowsIn(
    world,
    `select body ->> 'claim' as claim from record where kind = 'reading'
       group by claim having count(*) = count(body ->> 'says')
       and not exists (select 1 from by_claim where id = claim and state = 'earned')`,
  )
  if (undecided.length > 0) throw new Broken(world, 'LAST_DECIDES', undecided)
}

function checkOrder(world: World): void {
  const last = new Map<string, number>()
  for (const row of rowsIn(
    world,
    "select stream, key from change where key like 'result/%' order by stream, seq",
  )) {
    const command = world.performed.get(text(row, 'key').slice('result/'.length))
    const claim = command?.input['claim']
    if (!command || claim === undefined) continue
    const on = `${command.device} ${String(claim)}`
    const after = last.get(on) ?? 0
    const { order } = command
    if (order < after) throw new Broken(world, 'ORDER', { on, order, after })
    last.set(on, order)
  }
}

/** The keys that have a result in the district. */
export const resultKeys = (world: World): Set<string> =>
  new Set(rowsIn(world, 'select key from result').map(row => text(row, 'key')))

export function rowsIn(world: World, sql: string, ...values: string[]): readonly SqlRow[] {
  return world.districtDb.prepare<unknown[], SqlRow>(sql).all(...values)
}

/** How many rows a table of a device has. */
export function rowsOn(device: SimDevice, sql: string): number {
  const [row] = device.db.prepare<unknown[], SqlRow>(sql).all()
  return row ? int(row, 'rows_all') : 0
}
