import type { Together } from '../../device-store/perform.ts'
import { Claim, File, Goal } from '../toy-records.ts'
import { resultKeys } from './checks.ts'
import type { SimDevice } from './sim-device.ts'
import type { World } from './world.ts'
import { count, timeOn } from './world.ts'

const togetherMs = 7_200_000

/** Does something that a person with this device might do now. */
export async function actSomehow(world: World, device: SimDevice): Promise<void> {
  if (world.chance.is(0.1)) return takeSomethingBack(world, device)
  const roles = device.store.standing().actor.roles
  if (roles.includes('coach')) return readSomething(world, device)
  if (roles.includes('officer')) return approveSomething(world, device)
  const { chance } = world
  const draw = chance.next()
  if (draw < 0.1) perform(world, device, 'goal.add', { title: `goal ${chance.below(1e9)}` })
  else if (draw < 0.45) await editGoal(world, device)
  else await workOnClaim(world, device)
}

async function editGoal(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const row = chance.one(await device.store.seen.list(Goal, {}))
  if (!row) return
  const goal = row.rec.id
  const draw = chance.next()
  if (draw < 0.5) typeLine(world, device, goal, row.rec.body.lines)
  else if (draw < 0.7) giveTitle(world, device, goal)
  else if (draw < 0.85)
    perform(world, device, 'goal.mark', {
      goal,
      part: `w${chance.below(4)}`,
      mark: chance.below(9),
    })
  else if (draw < 0.97) perform(world, device, 'goal.share', { goal, isShared: chance.is(0.6) })
  else perform(world, device, 'goal.drop', { goal })
}

/** Calls a goal otherwise. */
export function giveTitle(world: World, device: SimDevice, goal: string): void {
  const title = `title ${world.chance.below(1e9)}`
  const key = perform(world, device, 'goal.title', { goal, title })
  const order = world.given
  if (key !== undefined) world.titles.push({ goal, title, device: device.name, key, order })
}

/** Types a line at the end of a goal's. */
export function typeLine(world: World, device: SimDevice, goal: string, lines: string): void {
  const line = `line ${world.chance.below(1e12)}`
  const text = lines === '' ? line : `${lines}\n${line}`
  const key = perform(world, device, 'goal.write', { goal, base: lines, text })
  if (key !== undefined) world.typed.push({ goal, line, key, order: world.given })
}

async function workOnClaim(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const claims = await device.store.seen.list(Claim, {})
  const draw = chance.next()
  const open = chance.one(claims.filter(row => row.rec.body.state === 'draft'))
  if (draw < 0.25) {
    const sha = `sha${chance.below(1e9)}`
    device.store.noteBlob({ sha, owner: 'here', sizeBytes: 1, mediaType: 'a/b', verifiedAt: 1 })
    perform(world, device, 'file.add', { sha })
  } else if (draw < 0.45 || !open) {
    const files = await device.store.seen.list(File, {})
    const chosen = files.filter(() => chance.is(2 / files.length)).map(row => row.rec.id)
    // Few serials, so that two devices want the same.
    perform(world, device, 'claim.start', { serial: `s${chance.below(60)}`, files: chosen })
  } else if (draw < 0.82) perform(world, device, 'claim.submit', { claim: open.rec.id })
  else {
    // Best one that is still on its way: that is where order matters.
    const shown = claims.filter(row => row.sight === 'shown')
    const some = chance.one(shown.length > 0 ? shown : claims)
    if (some) perform(world, device, 'claim.withdraw', { claim: some.rec.id })
  }
}

async function readSomething(world: World, device: SimDevice): Promise<void> {
  const { person } = device.store.standing().actor
  const open = await device.store.seen.list(Claim, { where: { state: 'in_review' } })
  const mine = open.filter(
    row => row.sight === 'record' && row.rec.body.readers[person] === undefined,
  )
  // Half-read ones first, or none would ever be decided.
  const begun = mine.filter(row => Object.keys(row.rec.body.readers).length > 0)
  const row = world.chance.one(begun.length > 0 ? begun : mine)
  if (!row) return
  const says = world.chance.is(0.85) ? 'yes' : 'no'
  perform(world, device, 'claim.read', { claim: row.rec.id, says })
}

async function approveSomething(world: World, device: SimDevice): Promise<void> {
  const row = world.chance.one(await device.store.seen.list(Claim, { where: { state: 'earned' } }))
  // Several in the same hours go as one.
  const hours = Math.floor(timeOn(world, device) / togetherMs)
  const together = world.chance.is(0.5) ? { goesWith: `${device.name} in ${hours}` } : {}
  if (row) perform(world, device, 'badge.approve', { claim: row.rec.id }, together)
}

/** Takes back what is held, or tries it on something that may have gone. */
function takeSomethingBack(world: World, device: SimDevice): void {
  const { store, db } = device
  const before = store.outbox()
  const open = before.filter(row => row.goesWith !== undefined && row.state !== 'refused')
  const key = world.chance.one(open)?.key
  if (key === undefined) return
  if (world.mistake === 'undoSent')
    db.prepare("update outbox set state = 'queued' where goes_with is not null").run()
  const taken = store.takeBack(key)
  count(world, `take ${taken.took}`)
  const kept = new Set(store.outbox().map(row => row.key))
  const had = resultKeys(world)
  // As if it had never been done: the district must never hear of it. What a copy held may have gone before.
  for (const row of before)
    if (!kept.has(row.key) && !(world.putBack.has(row.key) && had.has(row.key)))
      world.performed.delete(row.key)
}

/** Gives a command on a computer; the key of what came of it, where something did. */
export function perform(
  world: World,
  device: SimDevice,
  name: string,
  input: Record<string, unknown>,
  together: Together = {},
): string | undefined {
  const did = device.store.perform(name, input, timeOn(world, device), together)
  count(world, `${name} ${did.did}`)
  if (did.did === 'refused') return undefined
  if (did.wrote.length === 0 && did.did === 'applied') return undefined
  world.given += 1
  const { goesAt = 0 } = did
  // An edit that was typed on keeps its place.
  const order = world.performed.get(did.key)?.order ?? world.given
  const heldFrom = timeOn(world, device)
  world.performed.set(did.key, { device: device.name, order, name, input, heldFrom, goesAt })
  return did.key
}
