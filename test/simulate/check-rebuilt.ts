import { isDeepStrictEqual } from 'node:util'
import { recordTypes } from '../../core/records.ts'
import { around } from './around.ts'
import type { SimDevice } from './device.ts'
import { killDevice, startDevice } from './device.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'

/** REBUILT: index, names and search made anew are those that were kept. */
export function checkRebuilt(world: World, device: SimDevice): void {
  const tables = (): unknown =>
    [
      ...recordTypes.map(({ kind }) => `select * from "by_${kind}" order by id, 1, 2, 3`),
      'select * from name order by name, key',
      'select key, title, text from search join searched on n = search.rowid order by key',
    ].map(sql => {
      try {
        return device.db.prepare(sql).all()
      } catch {
        // A kind that has no index.
        return []
      }
    })
  const kept = tables()
  device.db.exec("update meta set value = 'older' where name like 'index:%'")
  killDevice(device, world.net)
  startDevice(device, around(world))
  if (!isDeepStrictEqual(tables(), kept))
    throw new Broken('REBUILT', 'An index that is made anew is another.', { on: device.id })
}
