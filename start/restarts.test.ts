import { expect, test } from 'vitest'
import { restartsWithin } from './restarts.ts'

test('five stops in a minute are forgiven, the sixth is not', () => {
  const restarts = restartsWithin(() => 1_000)
  expect(Array.from({ length: 6 }, () => restarts.isTooOften())).toEqual([
    ...[false, false, false, false, false],
    true,
  ])
  expect(restarts.times()).toBe(6)
})

test('a stop now and then is forgiven for ever', () => {
  let now = 0
  const restarts = restartsWithin(() => now)
  for (let hour = 0; hour < 50; hour++) {
    now += 3_600_000
    expect(restarts.isTooOften()).toBe(false)
  }
})
