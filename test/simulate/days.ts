import { erasedAfterMs } from './acts.ts'
import type { World } from './world.ts'
import { count, erasable } from './world.ts'

const hourMs = 3_600_000

/** Whether two have agreed that a record is erased, and nothing of it was yet. */
export const isErasureAgreed = ({ ledger }: World): boolean =>
  ledger.acts.get(`erasure/${erasable}`)?.agreedAt !== undefined && !ledger.erased.has(erasable)

/** A week passes in which nobody does anything, and nothing moves: what was due in it is so all at once. */
export function daysPass(world: World): void {
  world.time.nowMs += erasedAfterMs + world.chance.below(hourMs)
  world.trace.add('fault days pass')
  count(world, 'fault days pass')
}
