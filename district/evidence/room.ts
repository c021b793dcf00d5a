import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Room } from '../../contract/sync/room.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { askedBy } from '../door/asking.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'
import { onlyWithheld } from './named-by.ts'

/**
 * How much room a person's files have here, and how much of it is taken by what arrived whole. What is withheld of them takes
 * none: it would tell them, and they could do nothing about it.
 */
export async function roomOf(
  { store, quota }: Pick<House, 'store' | 'quota'>,
  person: string,
): Promise<Room> {
  const { bytes, files } = await store.keptBy(person)
  const withheld = await onlyWithheld({ store }, person)
  const theirs = withheld.size === 0 ? [] : await store.blobsOf(person)
  const untold = theirs.filter(({ sha }) => withheld.has(sha))
  return {
    usedBytes: bytes - untold.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    bytesMax: quota.bytesMax,
    files: files - untold.length,
    filesMax: quota.filesMax,
  }
}

/** Tells a person how much room they have. */
export function roomRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  app.get(districtPaths.room, async c => {
    const actor = await askedBy(house, c.env.incoming)
    return json(await roomOf(house, actor.person), { accept: c.req.header('accept-encoding') })
  })
}
