import type { CursorOwner, Position } from '../../db/district-store/cursor.ts'
import { unsealed } from '../../db/district-store/cursor.ts'
import type { SimDevice } from './device.ts'
import type { World } from './world.ts'

const known = new WeakMap<World, Map<string, Position | undefined>>()

/** What a cursor of a computer says, as the district would read it; `undefined`: nothing. Read once: it stands for many steps. */
export function positionOf(
  world: World,
  { name: device, person }: Pick<SimDevice, 'name' | 'person'>,
  cursor: string,
): Position | undefined {
  const read = known.get(world) ?? new Map<string, Position | undefined>()
  known.set(world, read)
  const owner: CursorOwner = { device, person }
  const whose = `${device} ${cursor}`
  if (!read.has(whose))
    read.set(whose, unsealed(cursor, owner, world.district.program.house.secrets.cursor))
  return read.get(whose)
}
