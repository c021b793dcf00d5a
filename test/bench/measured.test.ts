import { expect, test } from 'vitest'
import { timesOf, verdictOf } from './measured.ts'

test('a budget is kept by its own value and missed by more', () => {
  expect(verdictOf({ value: 32, budget: 32 })).toBe('met')
  expect(verdictOf({ value: 32.1, budget: 32 })).toBe('missed')
})

test('what nothing was promised for is neither met nor missed', () => {
  expect(verdictOf({ value: 32 })).toBe('-')
})

test('of several times the 95th percentile counts, not the middle one', () => {
  const times = Array.from({ length: 100 }, (_, n) => n + 1)
  const measured = timesOf({ name: 'x', note: '', budget: 60 }, times)
  expect(measured).toMatchObject({ p50: 50, value: 95, runs: 100 })
  expect(verdictOf(measured)).toBe('missed')
})
