import { expect, test } from 'vitest'
import { ratioOf, timesOf, verdictOf } from './measured.ts'

test('a budget is kept by its own value and missed by more', () => {
  expect(verdictOf({ value: 32, budget: 32 })).toBe('met')
  expect(verdictOf({ value: 32.1, budget: 32 })).toBe('missed')
})

test('a goal is reached by its own value and missed by less', () => {
  expect(verdictOf({ value: 8, goal: 8 })).toBe('met')
  expect(verdictOf({ value: 7.9, goal: 8 })).toBe('missed')
})

test('a ratio is the middle of the pairs, with both times beside it', () => {
  const compared = { ours: [10, 20, 10], peers: [80, 80, 90], ratio: 8 }
  expect(ratioOf({ name: 'x', note: 'n', goal: 8 }, compared)).toMatchObject({
    ...{ value: 8, unit: 'times', runs: 3, note: '10 ms / 80 ms; n' },
  })
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
