import { expect, test } from 'vitest'
import { isLookDue } from './look-due.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const offeredAt = 1_800_000_000_000

/** Whether one is looked at again so long after a look, which was so long after it was offered. */
const isDue = (state: 'offered' | 'accepted', lookedAfterMs: number, sinceMs: number) => {
  const at = offeredAt + lookedAfterMs
  return isLookDue({ state, offeredAt, verdict: { overall: 'indeterminate', at } }, at + sinceMs)
}

test('what was offered lately is looked at each hour', () => {
  expect(isDue('offered', 5 * hourMs, hourMs - 1)).toBe(false)
  expect(isDue('offered', 5 * hourMs, hourMs)).toBe(true)
})

test('whoever has not answered for three days is asked once a day, and not each hour for ever', () => {
  expect(isDue('offered', 3 * dayMs, hourMs)).toBe(false)
  expect(isDue('offered', 90 * dayMs, dayMs - 1)).toBe(false)
  expect(isDue('offered', 90 * dayMs, dayMs)).toBe(true)
})

test('what is shown is looked at once a day', () => {
  expect(isDue('accepted', hourMs, dayMs - 1)).toBe(false)
  expect(isDue('accepted', hourMs, dayMs)).toBe(true)
})

test('a look that a clock dated ahead does not keep one from looking', () => {
  expect(isDue('accepted', 300 * dayMs, -dayMs)).toBe(true)
})

test('what was never looked at is not looked at again', () => {
  expect(isLookDue({ state: 'offered', offeredAt }, offeredAt + dayMs)).toBe(false)
})
