import { expect, test } from 'vitest'
import { percentile } from './percentile.ts'

test('a percentile is one of the measured values, by nearest rank', () => {
  const values = [50, 15, 40, 20, 35]
  expect(percentile(values, 0.3)).toBe(20)
  expect(percentile(values, 0.5)).toBe(35)
  expect(percentile(values, 0.95)).toBe(50)
  expect(percentile(values, 0)).toBe(15)
})

test('of one value every percentile is that value', () => {
  expect(percentile([7], 0.5)).toBe(7)
})

test('numbers are put in order as numbers', () => {
  expect(percentile([100, 9, 20], 0.5)).toBe(20)
})

test('of nothing there is none', () => {
  expect(() => percentile([], 0.5)).toThrow('nothing was measured')
})
