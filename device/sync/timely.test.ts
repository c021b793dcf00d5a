import { expect, test } from 'vitest'
import { isTimely, timelyMsMax } from './timely.ts'

const askedAt = 1_800_000_000_000
const after = (tookMs: number) => isTimely(askedAt, askedAt + tookMs)

test('an answer that comes in time tells the time', () => {
  expect([after(0), after(20), after(timelyMsMax)]).toEqual([true, true, true])
})

test('one that is read when the laptop is opened again does not, a week later or soon after', () => {
  expect([after(timelyMsMax + 1), after(7 * 86_400_000)]).toEqual([false, false])
})

test('nor does one over which the clock was put back', () => {
  expect(after(-1)).toBe(false)
})
