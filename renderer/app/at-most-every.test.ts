import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atMostEvery } from './at-most-every.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const heard = () => {
  const told: string[][] = []
  return { told, gathering: atMostEvery(250, names => told.push([...names])) }
}

test('the first is told at once', () => {
  const { told, gathering } = heard()
  gathering.add(['draft'])
  expect(told).toEqual([['draft']])
})

test('what follows is told together, each once, when the time is over', () => {
  const { told, gathering } = heard()
  for (const name of ['draft', 'goal', 'draft', 'claim']) gathering.add([name])
  expect(told).toEqual([['draft']])
  vi.advanceTimersByTime(250)
  expect(told).toEqual([['draft'], ['goal', 'draft', 'claim']])
})

test('a person who types for a minute is told of four times a second, and of the last stroke', () => {
  const { told, gathering } = heard()
  for (let n = 0; n < 600; n++) {
    gathering.add([`stroke ${n}`])
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(250)
  expect(told.length).toBeLessThanOrEqual(242)
  expect(told.flat()).toHaveLength(600)
})

test('after a rest the next one is told at once again', () => {
  const { told, gathering } = heard()
  gathering.add(['draft'])
  vi.advanceTimersByTime(250)
  gathering.add(['goal'])
  expect(told).toEqual([['draft'], ['goal']])
})

test('nothing is told after the end', () => {
  const { told, gathering } = heard()
  gathering.add(['draft'])
  gathering.add(['goal'])
  gathering.stop()
  vi.advanceTimersByTime(1_000)
  expect(told).toEqual([['draft']])
})
