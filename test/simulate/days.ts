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

/** Longer than clocks may differ, and than what is dated by them may be off (ms). */
const hoursMs = 6 * hourMs

/** Some hours pass, as between a backup and the day on which it is needed. */
export function hoursPass(world: World): void {
  world.time.nowMs += hoursMs
  world.trace.add('fault hours pass')
  count(world, 'fault hours pass')
}
