import { holdsEverywhere } from '../../core/access/reach.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { KeyChangeRecord } from '../../core/joint-act/key-change.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { RoleRequestRecord } from '../../core/person/role-request.ts'
import type { SimDevice } from './device.ts'
import { enter } from './enter.ts'
import { give } from './give.ts'
import type { World } from './world.ts'
import { erasable } from './world.ts'

/** Somebody in charge does what takes two: asks for it, agrees, or ends it; also where it is not theirs to. */
export async function actOfTwo(world: World, device: SimDevice): Promise<void> {
  const draw = world.chance.next()
  if (draw < 0.3 && (await answerRequest(world, device))) return
  if (draw < 0.7) return erase(world, device)
  return draw < 0.85 ? giveRole(world, device) : changeKeys(world, device)
}

async function erase(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const known = await device.place.store.seen.get(ErasureRecord, erasable)
  const { state, askedBy } = known?.rec.body ?? {}
  const person = { person: erasable }
  const next = (name: 'ask' | 'agree' | 'call-off') =>
    give(world, device, `erasure.${name}`, person)
  if (state === 'counted') await next('ask')
  else if (state === 'asked' && chance.is(askedBy === device.person ? 0.4 : 0.8))
    await next('agree')
  else if (state === 'asked' || (state === 'agreed' && chance.is(0.4))) await next('call-off')
  else if (state !== 'agreed' && state !== 'counting')
    await give(world, device, 'erasure.begin', { ...person, ground: 'left' })
}

/** Agrees to a role that somebody asked for, or declines it; false: nobody did. */
async function answerRequest(world: World, device: SimDevice): Promise<boolean> {
  const { chance } = world
  const where = { state: 'asked' }
  const asked = await device.place.store.seen.list(RoleRequestRecord, { where })
  const request = chance.one(asked)?.rec.id
  if (request === undefined) return false
  await give(world, device, chance.is(0.8) ? 'role.agree' : 'role.decline', { request })
  return true
}

/** The administration of the district for a second person, or an office in a school; or either is taken away. */
export async function giveRole(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const { seen } = device.place.store
  // An officer may not; their district says so.
  const { actor } = device.place.store.standing()
  if (!holdsEverywhere(actor, 'administrator') && chance.is(0.8)) return erase(world, device)
  const isSchool = chance.is(0.5)
  const isSelf = chance.is(0.1)
  const other = device.person === 'ada' ? 'oona' : 'ada'
  const id = isSchool ? 'dov' : isSelf ? device.person : other
  const person = (await seen.get(PersonRecord, id))?.rec.body
  if (person === undefined) return
  const { roles, grants = [] } = person
  if (isSchool) {
    const office = { role: 'officer', within: 'north' } as const
    const isOne = grants.some(({ role }) => role === office.role)
    const without = grants.filter(({ role }) => role !== office.role)
    await enter(world, device, id, { roles, grants: isOne ? without : [...grants, office] })
  } else {
    const without = roles.filter(role => role !== 'administrator')
    const isOne = without.length < roles.length
    await enter(world, device, id, { roles: isOne ? without : [...without, 'administrator'] })
  }
}

async function changeKeys(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const { seen } = device.place.store
  const asked = await seen.list(KeyChangeRecord, { where: { state: 'proposed' } })
  const change = chance.one(asked)?.rec.id
  if (change === undefined) {
    await give(world, device, 'key-change.ask', { what: 'rotate', reason: 'Once a year.' })
    return
  }
  await give(world, device, `key-change.${chance.is(0.75) ? 'agree' : 'decline'}`, { change })
}
