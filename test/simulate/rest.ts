import { streamsOf } from '../../core/access/streams.ts'
import { deviceStream } from '../../db/district-store/done.ts'
import type { Standing } from '../../db/device-store/standing.ts'
import type { SimDevice } from './device.ts'
import { makeRoom, startAgain } from './faults.ts'
import { holdingOf } from './holding.ts'
import { positionOf } from './position.ts'
import { firstOf, question, rowsOf } from './rows.ts'
import { untilCalm } from './steps.ts'
import type { World } from './world.ts'

/** Longer than anything is held, and than a pull is (ms). */
const longMs = 40_000
/** How often the calm goes on for so long, though everything is at rest: nothing may come of that. */
const longOften = 0.1

const heads = question<{ readonly head: number }>('select head from stream where name = ?')

/** All faults end; everything arrives; then all must agree, and nothing may be missing. */
export async function comeToRest(world: World): Promise<void> {
  world.isCalm = true
  makeRoom(world)
  world.gate.isHeld = false
  world.gate.letAll()
  if (world.isDown) await startAgain(world)
  for (const device of world.devices) {
    device.skewMs = 0
    device.isOffline = false
    device.place.sync.agree()
    device.place.sync.now()
  }
  const { chance } = world
  await untilCalm(world, restOf(world), chance.is(longOften) ? longMs : 0)
}

/** Computers that still have their right, of people whose record stands. */
export const living = ({ devices, ledger }: World): readonly SimDevice[] =>
  devices.filter(({ name, person }) => !ledger.endedDevices.has(name) && !ledger.erased.has(person))

/** Whether a computer of somebody who was erased still holds what was theirs; one that is not answered is never told. */
const isToLetGo = ({ ledger }: World, { name, person, place }: SimDevice): boolean =>
  ledger.erased.has(person) &&
  !ledger.endedDevices.has(name) &&
  (isAgreed(place.store.standing()) || place.store.meta('let-go-of')?.includes(person) !== true)

/** Whether what a district that came back no longer has goes with the next pull. */
const isAgreed = ({ resyncing, resyncConfirmed }: Standing): boolean => resyncing && resyncConfirmed

/**
 * Whether everything is at rest. Asked after each step: who was last found not to be is looked at first, but for a
 * computer whose right ended since: what it holds never leaves it.
 */
export function restOf(world: World): () => boolean {
  let last: SimDevice | undefined
  return () => {
    const all = living(world)
    if (last !== undefined && all.includes(last) && !isUpToDate(world, last)) return false
    last = all.find(device => !isUpToDate(world, device))
    const isHeldBack = world.devices.some(device => isToLetGo(world, device))
    return last === undefined && !isHeldBack && isDistrictAtRest(world)
  }
}

function isDistrictAtRest({ net, dbs, time }: World): boolean {
  const due = 'select id from by_erasure where state = ? and due <= ?'
  if (firstOf(dbs.record, due, 'agreed', time.nowMs) !== undefined) return false
  if (net.asked().length > 0 || net.answered().length > 0) return false
  const waiting = rowsOf<{ value: string }>(
    dbs.record,
    "select value from meta where name like 'own:reaction:%'",
  )
  const last = firstOf<{ head: number }>(
    dbs.record,
    "select head from stream where name = 'district'",
  )
  if (waiting.some(({ value }) => !value.includes('"waiting":[]'))) return false
  if (waiting.some(({ value }) => Number(JSON.parse(value).after) !== (last?.head ?? 0)))
    return false
  const linked = firstOf<{ n: number }>(dbs.record, 'select count(*) as n from audit_due')
  return linked?.n === 0
}

/**
 * Whether a computer waits for files that only a computer of the same person has whose right ended: until that one is let in
 * again, nothing else can bring them. It keeps what waits, and says so.
 */
export const waitsForEnded = ({ ledger, devices }: World, { place, person }: SimDevice): boolean =>
  devices.some(
    other =>
      other.person === person &&
      ledger.endedDevices.has(other.name) &&
      other.place.sync.state().files.sent < other.place.sync.state().files.all,
  ) && place.store.outbox().some(({ waitOn }) => waitOn === 'blobs')

function isUpToDate(world: World, device: SimDevice): boolean {
  const { place, person, name } = device
  const isOpen = place.store.outboxStates().some(state => state !== 'refused')
  if (isOpen && !waitsForEnded(world, device)) return false
  const { files } = place.sync.state()
  if (files.sent < files.all) return false
  const standing = place.store.standing()
  const { cursor, midPull } = standing
  const at = cursor === '' ? undefined : positionOf(world, device, cursor)
  if (at === undefined || midPull || isAgreed(standing)) return false
  const own = [...streamsOf({ person, ...holdingOf(world, person) }), deviceStream(name)]
  // What is told again raises a stream too, and no command is done.
  const headOf = (stream: string) => heads.first(world.dbs.record, stream)?.head ?? 0
  return own.every(stream => headOf(stream) === (at.streams[stream] ?? 0))
}
