import { deviceStream, resultKind } from '../../district-store/done.ts'
import { receive } from '../../district-store/receive.ts'
import { commandsOf } from '../../engine/commands.ts'
import { text } from '../../sql/row.ts'
import type { SqlRow } from '../../sql/steps.ts'
import type { PullReply, Push, PushReply } from '../../wire.ts'
import { trialLimits, trialStreams } from '../device.ts'
import { districtCommands } from './bent-commands.ts'
import { checkHeld, checkPageScope, checkSubmits, checkTaken } from './checks.ts'
import { bentNow, bentPage, bentPush } from './mistake.ts'
import type { SimDevice } from './sim-device.ts'
import type { Message, World } from './world.ts'
import { actorOn, count, timeOn } from './world.ts'

/** Puts what a device has to send on its way. */
export function startPush(world: World, device: SimDevice): void {
  const push = device.store.nextPush(
    world.chance.is(0.3) ? { ...trialLimits, rowsMax: 2 } : trialLimits,
    timeOn(world, device),
  )
  if (!push) return
  // No way to the district: nothing has left.
  if (world.chance.is(0.1)) return
  if (!device.store.leave(push)) throw new Error('a push did not leave')
  checkHeld(world, device, push)
  world.net.push({ is: 'push', device, push, tries: 0 })
}

/** Asks for the next page. */
export function startPull(world: World, device: SimDevice): void {
  const { joined, cursor } = device.store.standing()
  if (!joined) return
  world.net.push({ is: 'pull', device, cursor, limitRows: world.chance.one([1, 3, 2_000]) ?? 1 })
}

/** Lets a message arrive; an answer goes on its way. */
export async function deliver(world: World, message: Message): Promise<void> {
  if (message.is === 'push') return deliverPush(world, message)
  if (message.is === 'pull') return deliverPull(world, message)
  if (message.is === 'pushed') {
    message.device.store.notePushReply(message.reply, timeOn(world, message.device))
    return
  }
  deliverPage(world, message)
}

async function deliverPush(world: World, message: Message & { is: 'push' }): Promise<void> {
  message.tries += 1
  const { device } = message
  let push = bentPush(message.push, message.tries, device, world.mistake)
  // The district goes down in the middle: what it decided stays, the answer is lost.
  const cut = world.chance.is(0.1) ? world.chance.below(push.mutations.length) : undefined
  if (cut !== undefined) push = { ...push, mutations: push.mutations.slice(0, cut) }
  if (world.mistake === 'noBlobCheck') await noteAllBlobs(world, device)
  const reply = await received(world, device, push)
  checkSubmits(world, reply.results)
  for (const [, result] of reply.results) count(world, `push ${result.status}`)
  if (cut === undefined)
    world.net.push({ is: 'pushed', device, reply: { ...reply, now: world.now } })
}

/** The district decides what a computer has sent. */
export function received(world: World, device: SimDevice, push: Push): Promise<PushReply> {
  return receive(world.district, push, {
    commands: commandsOf(districtCommands(world.mistake)),
    actor: actorOn(world, device),
    now: bentNow(world.now, world.mistake),
    onBefore: keys => world.district.tellAgain(device.name, keys, world.now),
    onDefect: error => {
      throw error
    },
  })
}

async function noteAllBlobs(world: World, device: SimDevice): Promise<void> {
  const rows = device.db.prepare<unknown[], SqlRow>('select sha from blob').all()
  for (const row of rows)
    await world.district.noteBlob({
      sha: text(row, 'sha'),
      owner: device.owner,
      sizeBytes: 1,
      mediaType: 'a/b',
      verifiedAt: 1,
    })
}

async function deliverPull(world: World, message: Message & { is: 'pull' }): Promise<void> {
  const { device, cursor, limitRows } = message
  const actor = actorOn(world, device)
  const streams = trialStreams(actor)
  const ask = { person: actor.person, device: device.name, streams, cursor, limitRows }
  const { anew = [] } = device.store.standing()
  const reply = await world.district.page({ ...ask, now: world.now, anew, knowsAnew: true })
  const applied = appliedKeys(world, device)
  const bent = bentPage(reply, device, world.mistake)
  checkPageScope(world, bent, device, new Set(streams))
  world.net.push({ is: 'page', device, reply: bent, applied })
}

/** What the district has applied of a device's and not forgotten: that is told again only when it is sent again. */
function appliedKeys(world: World, device: SimDevice): Set<string> {
  const rows = world.districtDb
    .prepare<unknown[], SqlRow>(
      `select key from result where result like '%applied%'
         and ? || key in (select key from change where stream = ?)`,
    )
    .all(`${resultKind}/`, deviceStream(device.name))
  return new Set(rows.map(row => text(row, 'key')))
}

function deliverPage(world: World, message: Message & { is: 'page' }): void {
  const { device, reply, applied } = message
  const before = device.store.standing()
  const rows = device.store.outbox()
  if (world.mistake === 'noFromCheck')
    return take(world, device, { ...reply, from: before.cursor }, applied, rows)
  if (
    world.mistake === 'cursorFirst' &&
    !('resync' in reply) &&
    reply.from === before.cursor &&
    world.chance.is(0.2)
  ) {
    const moved = JSON.stringify({ ...before, cursor: reply.next })
    device.db.prepare("update meta set value = ? where name = 'standing'").run(moved)
    return
  }
  take(world, device, reply, applied, rows)
}

function take(
  world: World,
  device: SimDevice,
  reply: PullReply,
  applied: ReadonlySet<string>,
  rows: ReturnType<SimDevice['store']['outbox']>,
): void {
  const from = device.store.standing().cursor
  // The roles come with the pull, here by the side of it.
  device.store.setActor(actorOn(world, device))
  const taken = device.store.takePage(reply, timeOn(world, device))
  count(world, `page ${taken.took}`)
  const anew = 'resync' in reply ? [] : (reply.anew ?? [])
  checkTaken(world, device, taken, { from, applied, rows, anew })
}
