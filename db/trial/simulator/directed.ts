import type { DistrictStore } from '../../district-store/open.ts'
import { madeId } from '../../engine/made-id.ts'
import { pulled, trialLimits } from '../device.ts'
import { act } from '../district.ts'
import { actorAs, callOf } from '../people.ts'
import { giveTitle, perform, typeLine } from './act.ts'
import type { Mistake } from './mistake.ts'
import { received } from './network.ts'
import type { SimDevice } from './sim-device.ts'
import type { World } from './world.ts'
import { actorOn, timeOn } from './world.ts'

/**
 * What has to happen for a mistake to be seen where chance hardly ever comes by it: a few steps in place of a run's own.
 * The same steps without the mistake must hold.
 */
export const directed: Readonly<Partial<Record<Mistake, (world: World) => Promise<void>>>> = {
  /** A computer whose clock is far ahead calls a goal twice otherwise, and sends both at once. */
  async clampTies(world) {
    const { one, goal } = await goalOnTwo(world)
    one.skewMs = 200 * 86_400_000
    giveTitle(world, one, goal)
    giveTitle(world, one, goal)
    await sent(world, one)
  },
  /** Two computers of one person add a line to the same text. */
  async textLastWins(world) {
    const { one, other, goal } = await goalOnTwo(world)
    for (const device of [one, other]) typeLine(world, device, goal, '')
    for (const device of [one, other]) await sent(world, device)
  },
  /** An officer approves, and before that has left the claim is told of once more. */
  async staleNames(world) {
    const officer = ownedBy(world, 'oona')
    const claim = await claimInReview(world)
    for (const coach of coaches) await done(world, coach, 'claim.read', { claim, says: 'yes' })
    await pulled(officer.store, world.district, world.now)
    perform(world, officer, 'badge.approve', { claim })
    await finishedAtOnce(world, claim)
    await pulled(officer.store, world.district, world.now)
  },
  /** Two readings are finished at one moment: each looks at the other, and the later one decides. */
  async readsUnguarded(world) {
    await finishedAtOnce(world, await claimInReview(world))
  },
}

function ownedBy(world: World, person: string, nth = 0): SimDevice {
  const device = world.devices.filter(({ owner }) => owner === person)[nth]
  if (device === undefined) throw new Error(`${person} has no such computer`)
  return device
}

/** A goal that both of a person's computers have. */
async function goalOnTwo(world: World) {
  const [one, other] = [ownedBy(world, 'ana'), ownedBy(world, 'ana', 1)]
  other.store.join(actorOn(world, other))
  const key = perform(world, one, 'goal.add', { title: 'A goal' })
  await sent(world, one)
  for (const device of [one, other]) await pulled(device.store, world.district, world.now)
  return { one, other, goal: madeId(key ?? '', 'goal') }
}

/** Everything that a computer has to send comes to the district. */
async function sent(world: World, device: SimDevice): Promise<void> {
  const push = device.store.nextPush(trialLimits, timeOn(world, device))
  if (push === undefined || !device.store.leave(push)) throw new Error('nothing was sent')
  await received(world, device, push)
}

const teacher = actorAs('ana', 'ana elsewhere', 'educator')
const coaches = [
  actorAs('cyd', 'cyd elsewhere', 'coach'),
  actorAs('dov', 'dov elsewhere', 'coach'),
] as const

/** What somebody does straight at the district. */
async function done(
  world: World,
  actor: ReturnType<typeof actorAs>,
  name: string,
  input: Readonly<Record<string, unknown>>,
  store: DistrictStore = world.district,
): Promise<string> {
  const call = callOf(actor, input)
  const given = { device: actor.device, order: ++world.given, name, input }
  world.performed.set(call.key, { ...given, heldFrom: 0, goesAt: 0 })
  const result = await act(store, name, call)
  if (result.status !== 'applied') throw new Error(`${name}: ${result.status}`)
  return call.key
}

async function claimInReview(world: World): Promise<string> {
  const key = await done(world, teacher, 'claim.start', { serial: 'directed', files: [] })
  const claim = madeId(key, 'claim')
  await done(world, teacher, 'claim.submit', { claim })
  return claim
}

async function finishedAtOnce(world: World, claim: string): Promise<void> {
  await done(world, coaches[0], 'reading.give', { claim })
  const [one, two] = [`${claim}.1`, `${claim}.2`]
  const store = world.mistake === 'readsUnguarded' ? unguarded(world.district) : world.district
  await Promise.all([
    done(world, coaches[0], 'reading.finish', { claim, mine: one, other: two }, store),
    done(world, coaches[1], 'reading.finish', { claim, mine: two, other: one }, store),
  ])
}

/** A store that looks at what a command writes alone, and not at what it read. */
const unguarded = (store: DistrictStore): DistrictStore => ({
  ...store,
  commit: batch => store.commit({ ...batch, reads: new Map(), freeNames: new Set() }),
})
