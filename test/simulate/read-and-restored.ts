import { ReviewRecord } from '../../core/review/record.ts'
import { judge } from './coach.ts'
import { hoursPass } from './days.ts'
import type { SimDevice } from './device.ts'
import { readyOf, send } from './educator.ts'
import { restoreDistrict } from './faults.ts'
import { give } from './give.ts'
import { comeToRest } from './rest.ts'
import type { World } from './world.ts'

/** A claim is sent, read hours later, and hours after that a copy of the record from before all of it comes back. */
export async function readAndRestored(world: World): Promise<void> {
  const [teacher, coach] = ['ana', 'cyd'].map(name =>
    world.devices.find(({ person }) => person === name),
  )
  const ready = teacher && (await readyOf(teacher))
  if (teacher === undefined || coach === undefined || ready === undefined) return
  const before = world.dbs.record.serialize()
  await send(world, teacher, ready.id)
  await comeToRest(world)
  hoursPass(world)
  await give(world, coach, 'review.take', { claim: ready.id })
  while (await isReading(coach, ready.id)) await judge(world, coach)
  await comeToRest(world)
  hoursPass(world)
  await restoreDistrict(world, before)
}

async function isReading({ person, place }: SimDevice, claim: string): Promise<boolean> {
  const where = { reader: person, state: 'reading' }
  const rows = await place.store.seen.list(ReviewRecord, { where })
  return rows.some(({ rec }) => rec.body.claim === claim)
}
