import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Room } from '../../contract/sync/room.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { askedBy } from '../door/asking.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'

/** How much room a person's files have here, and how much of it is taken by what arrived whole. */
export async function roomOf(
  { store, quota }: Pick<House, 'store' | 'quota'>,
  person: string,
): Promise<Room> {
  const { bytes, files } = await store.keptBy(person)
  return { usedBytes: bytes, bytesMax: quota.bytesMax, files, filesMax: quota.filesMax }
}

/** Tells a person how much room they have. */
export function roomRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  app.get(districtPaths.room, async c => {
    const actor = await askedBy(house, c.env.incoming)
    return json(await roomOf(house, actor.person), { accept: c.req.header('accept-encoding') })
  })
}
