import { expect, test } from 'vitest'
import { paceOf } from './pace.ts'

test('a burst is let through, then as many as a minute allows, and others are not held up', () => {
  let now = 0
  const pace = paceOf({ atOnce: 3, aMinute: 60 }, () => now)
  for (let n = 0; n < 3; n++) pace.count('school')
  expect(() => pace.count('school')).toThrow('too_many_tries')
  expect(() => pace.count('another')).not.toThrow()
  now += 1_000
  expect(() => pace.count('school')).not.toThrow()
  expect(() => pace.count('school')).toThrow('too_many_tries')
  now += 3_600_000
  for (let n = 0; n < 3; n++) pace.count('school')
  expect(() => pace.count('school')).toThrow('too_many_tries')
})
