import type { SimDevice } from './device.ts'
import { give } from './give.ts'
import type { holdingOf } from './holding.ts'
import type { Placed, World } from './world.ts'

/** Enters in the directory, at a computer of who may, what somebody may do and where they work; what is left out stays. */
export async function enter(
  world: World,
  office: SimDevice,
  id: string,
  { roles, units, grants }: Pick<Placed, 'units'> & Partial<ReturnType<typeof holdingOf>>,
): Promise<void> {
  const placed = { roles, ...(units && { units }), ...(grants && { grants }) }
  await give(world, office, 'person.add', { id, person: { name: id, place: '', ...placed } })
}
