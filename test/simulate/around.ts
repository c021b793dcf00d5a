import { z } from 'zod'
import type { Batch } from '../../db/engine/store.ts'
import { chanceOf } from '../../db/trial/simulator/chance.ts'
import { committed } from './committed.ts'
import { notePeople } from './follow-people.ts'
import type { Grounds } from './world.ts'
import { Broken, count, note } from './world.ts'

/** What the programs of a world stand in. */
export const around = (world: Grounds) => ({
  time: world.time,
  gate: world.gate,
  net: world.net,
  // Of its own for each computer: which of two asks first, a disk may decide.
  randomOf: (device: string) => chanceOf(world.seed + Number(device.slice(1, 2))).next,
  opening: () => (world.mistake === 'sameOpening' ? 'o' : `o${world.openings++}`),
  mistake: world.mistake,
  loses: () => world.mistake === 'ackBeforeCommit' && !world.isCalm && world.chance.is(0.25),
  heard: (batch: Batch) => notePeople(world, batch),
  committed: () => note(world, () => committed(world)),
  onDefect(...told: readonly unknown[]) {
    if (told.some(isOfFullDisk)) return count(world, 'disk full')
    note(world, () => {
      const said = told.map(one =>
        one instanceof Error ? (one.stack ?? one.message) : String(one),
      )
      throw new Broken('NO_DEFECT', 'A program tells of a defect of its own.', said)
    })
  },
})

const logged = z.object({ code: z.string() })

/** A full disk is a fault of the run's own; a program says so, and goes on once there is room. */
export function isOfFullDisk(told: unknown): boolean {
  if (told instanceof Error) return 'code' in told && told.code === 'SQLITE_FULL'
  if (typeof told !== 'string' || !told.startsWith('{')) return false
  return logged.safeParse(JSON.parse(told)).data?.code === 'SQLITE_FULL'
}
