import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DueSince } from './trash-due.ts'
import { dueWaitsMs, overdue } from './trash-due.ts'

const from = 1_000 * dueWaitsMs
const lying = [{ id: 'e', from }]

/** The looks, by the clock of each, until the piece is deleted; how many there were. */
function looks(clocks: readonly number[]): number {
  let before: DueSince = {}
  for (const [at, nowMs] of clocks.entries()) {
    const { ids, waiting } = overdue(lying, before, nowMs)
    if (ids.length > 0) return at + 1
    before = waiting
  }
  return Infinity
}

test('a piece is deleted once it was due for three days, and not before its time', () => {
  expect(looks([from - 1, from, from + dueWaitsMs - 1])).toBe(Infinity)
  expect(looks([from - 1, from, from + dueWaitsMs])).toBe(3)
})

test('a clock that jumps ahead and is put right deletes nothing, however far it jumped and however often', () => {
  const right = fc.integer({ min: 0, max: from - 1 })
  const jumped = fc.integer({ min: from, max: 10 * from })
  fc.assert(
    fc.property(fc.array(fc.tuple(jumped, right)), all => {
      expect(looks(all.flat())).toBe(Infinity)
    }),
  )
})

test('one that is put back while a piece is due begins the wait anew', () => {
  expect(looks([from + 10 * dueWaitsMs, from + 1, from + dueWaitsMs])).toBe(Infinity)
})
