import { giveRole } from './act-of-two.ts'
import type { SimDevice } from './device.ts'
import { enter } from './enter.ts'
import { holdingOf } from './holding.ts'
import type { Placed, World } from './world.ts'
import { count } from './world.ts'

/** What a coach of a school may become: of another, of both, of the whole district, or none; some of it is for two to give. */
const mayBecome: readonly Required<Pick<Placed, 'roles' | 'grants'>>[] = [
  { roles: ['educator'], grants: [] },
  { roles: ['educator'], grants: [{ role: 'coach', within: 'north' }] },
  { roles: ['educator'], grants: [{ role: 'coach', within: 'south' }] },
  { roles: ['educator'], grants: [{ role: 'coach', within: 'team' }] },
  {
    roles: ['educator'],
    grants: [
      { role: 'coach', within: 'north' },
      { role: 'coach', within: 'south' },
    ],
  },
  { roles: ['educator', 'coach'], grants: [] },
  {
    roles: ['educator'],
    grants: [
      { role: 'coach', within: 'north' },
      { role: 'officer', within: 'north' },
    ],
  },
  {
    roles: ['educator'],
    grants: [
      { role: 'coach', within: 'south' },
      { role: 'administrator', within: 'north' },
    ],
  },
]

/** Where somebody may work next. */
const mayMoveTo: readonly (readonly string[])[] = [
  ['north'],
  ['team'],
  ['south'],
  ['north', 'south'],
  [],
]

/** The directory changes: what somebody may do, or where they work. */
export async function changeDirectory(world: World): Promise<void> {
  const { chance, devices } = world
  const school = chance.is(0.3) ? devices.find(({ person }) => person === 'dov') : undefined
  if (school !== undefined) return moveWithin(world, school)
  const office = devices.find(({ person }) => person === 'ada')
  if (office === undefined) return
  const draw = chance.next()
  if (draw < 0.35) return move(world, office)
  if (draw < 0.65) return giveRole(world, office)
  // Mostly something else than they are, and often nothing more.
  const next = chance.is(0.3) ? mayBecome[0] : chance.one(mayBecome)
  if (next === undefined) return
  await enter(world, office, 'dov', next)
  told(world, 'role changed')
}

/** An administrator of the district moves somebody to another school. */
async function move(world: World, office: SimDevice): Promise<void> {
  const { chance } = world
  const person = chance.one(['ana', 'ana', 'ben', 'oona'])
  const next = chance.one(mayMoveTo)
  if (person === undefined || next === undefined) return
  await enter(world, office, person, { ...holdingOf(world, person), units: next })
  told(world, 'person moved')
}

/** An administrator of a school does the same; now and then to where they may not, or with whom. */
async function moveWithin(world: World, office: SimDevice): Promise<void> {
  const { chance } = world
  const isTheirs = chance.is(0.6)
  const person = isTheirs ? 'ana' : chance.one(['ben', 'oona', 'dov', 'ana'])
  const next = isTheirs ? chance.one([['north'], ['team']]) : chance.one(mayMoveTo)
  if (person === undefined || next === undefined) return
  await enter(world, office, person, { ...holdingOf(world, person), units: next })
  told(world, 'person moved within')
}

function told(world: World, what: string): void {
  world.trace.add(`fault ${what}`)
  count(world, `fault ${what}`)
}
