import { expect, test } from 'vitest'
import { pauseMs } from './pace.ts'

test('the pause doubles with each failure and never goes over ten seconds', () => {
  const longest = Array.from({ length: 12 }, (_, n) => pauseMs(n + 1, 1))
  expect(longest.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 10_000])
  expect(Math.max(...longest)).toBe(10_000)
})

test('chance spreads a pause over its second half, so that not all computers come at once', () => {
  expect(pauseMs(9, 0)).toBe(5_000)
  expect(pauseMs(9, 0.5)).toBe(7_500)
})
