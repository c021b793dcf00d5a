import { text } from '../../sql/row.ts'
import type { SqlRow } from '../../sql/steps.ts'
import { actSomehow } from './act.ts'
import { checkStep } from './checks.ts'
import { copyOrPutBack } from './copy.ts'
import type { Mistake } from './mistake.ts'
import { deliver, startPull, startPush } from './network.ts'
import { quiet } from './quiet.ts'
import type { SimDevice } from './sim-device.ts'
import type { World } from './world.ts'
import { actorOn, count, moveClock, restart, worldOf } from './world.ts'

const stepMsMax = 60_000

/**
 * One run from a seed: steps in disorder, or those of a scene, each looked at; then quiet. Throws `Broken` with what does
 * not hold.
 */
export async function run(
  seed: number,
  steps: number,
  mistake?: Mistake,
  scene?: (world: World) => Promise<void>,
): Promise<World> {
  const world = await worldOf(seed, mistake)
  for (const device of world.devices) moveClock(world, device)
  await scene?.(world)
  for (let n = 0; n < steps && scene === undefined; n++) {
    world.now += world.chance.below(stepMsMax)
    await step(world)
    checkStep(world)
  }
  checkStep(world)
  await quiet(world, () => uploadAll(world))
  checkStep(world)
  for (const row of world.districtDb.prepare<unknown[], SqlRow>('select state from by_claim').all())
    count(world, `state ${text(row, 'state')}`)
  return world
}

async function step(world: World): Promise<void> {
  const { chance, net } = world
  const device = chance.one(chance.is(0.15) ? world.devices.slice(4) : world.devices)
  if (!device) return
  const draw = chance.next()
  if (draw < 0.34)
    await actSomehow(world, (chance.is(0.5) && chance.one(world.devices.slice(0, 4))) || device)
  else if (draw < 0.46) startPush(world, device)
  else if (draw < 0.6) startPull(world, device)
  else if (draw < 0.93) await deliverSome(world)
  else if (draw < 0.96) await uploadSome(world, device)
  else if (draw < 0.972) restart(world, device)
  else if (draw < 0.984) moveClock(world, device)
  else if (draw < 0.99) changeRole(world)
  else if (draw < 0.994) joinLater(world, device)
  else if (draw < 0.998) copyOrPutBack(world)
  else if (draw < 0.999) await forgetOld(world)
  else if (net.length > 40) net.length = 0
}

/** The district forgets what left its streams an hour ago and more: who was away for longer begins those anew. */
async function forgetOld(world: World): Promise<void> {
  for (let isMore = true; isMore;) {
    const step = await world.district.compact(world.now - 3_600_000)
    isMore = step.isMore
    if (step.forgotten > 0) count(world, 'forgotten')
  }
}

/** Several at once, in any order; some never come, some come again. */
async function deliverSome(world: World): Promise<void> {
  const { chance, net } = world
  const batch = []
  for (let i = chance.below(3); i >= 0 && net.length > 0; i--) {
    const [message] = net.splice(chance.below(net.length), 1)
    if (!message || chance.is(0.1)) continue
    if (chance.is(0.12)) net.push(message)
    batch.push(message)
  }
  await Promise.all(batch.map(message => deliver(world, message)))
}

async function uploadSome(world: World, device: SimDevice): Promise<void> {
  if (!device.store.standing().joined) return
  for (const row of device.db.prepare<unknown[], SqlRow>('select sha from blob').all())
    if (world.chance.is(0.25)) await upload(world, device, text(row, 'sha'))
}

async function uploadAll(world: World): Promise<void> {
  for (const device of world.devices)
    for (const row of device.db.prepare<unknown[], SqlRow>('select sha from blob').all())
      await upload(world, device, text(row, 'sha'))
}

async function upload(world: World, { owner }: SimDevice, sha: string): Promise<void> {
  world.uploaded.add(`${owner}/${sha}`)
  await world.district.noteBlob({
    sha,
    owner,
    sizeBytes: 1,
    mediaType: 'a/b',
    verifiedAt: world.now,
  })
}

/** A coach leaves, or comes back: the stream goes, and comes. */
function changeRole(world: World): void {
  const isCoach = world.roles.get('dov')?.includes('coach') ?? false
  world.roles.set('dov', isCoach ? [] : ['coach'])
}

function joinLater(world: World, device: SimDevice): void {
  if (device.store.standing().joined) return
  device.store.join(actorOn(world, device))
  count(world, 'joined later')
}
