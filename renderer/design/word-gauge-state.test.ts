import { expect, test } from 'vitest'
import { gaugeState } from './word-gauge-state.ts'

test('the gauge says below, within and above what was asked for', () => {
  expect(gaugeState(249, 250, 300).at).toBe('below')
  expect(gaugeState(250, 250, 300).at).toBe('within')
  expect(gaugeState(301, 250, 300).at).toBe('above')
})

test('the bar ends at 120 % of the limit and never runs out of the line', () => {
  expect(gaugeState(360, 250, 300).reachedPercent).toBe(100)
  expect(gaugeState(9_000, 250, 300).reachedPercent).toBe(100)
  expect(gaugeState(180, 250, 300).reachedPercent).toBe(50)
})
