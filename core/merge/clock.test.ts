import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboveOwn, clamped, deviceOf, repaired, seen, stampAheadMsMax, tick } from './clock.ts'

const ms = fc.integer({ min: 0, max: 4_000_000_000_000 })

test('stamps of one device rise, whatever its clock does', () => {
  fc.assert(
    fc.property(fc.array(ms, { minLength: 2 }), times => {
      let last = ''
      for (const now of times) {
        const next = tick(last, now, 'dev')
        expect(next > last).toBe(true)
        last = next
      }
    }),
  )
})

test('the counter that is full moves the time on', () =>
  expect(tick('1700000000000-ffff-a', 5, 'a')).toBe('1700000000001-0000-a'))

test('an edit made after seeing another sorts after it', () => {
  fc.assert(
    fc.property(ms, ms, (mine, theirs) => {
      fc.pre(theirs <= mine + stampAheadMsMax)
      const other = tick('', theirs, 'b')
      expect(tick(seen('', other, mine, 'a'), mine, 'a') > other).toBe(true)
    }),
  )
})

test('a poisoned clock is not followed', () => {
  const poison = tick('', 1_700_000_000_000 + 300 * 86_400_000, 'b')
  expect(seen('', poison, 1_700_000_000_000, 'a')).toBe('')
})

test('the district pulls a stamp back to a minute ahead, and names the device itself', () => {
  fc.assert(
    fc.property(ms, ms, (now, sent) => {
      const stamp = clamped(tick('', sent, 'someone'), now, 'dev')
      expect(Number(stamp.slice(0, 13))).toBe(Math.min(sent, now + stampAheadMsMax))
      expect(deviceOf(stamp)).toBe('dev')
    }),
  )
})

test('text that is no stamp becomes now', () =>
  expect(clamped('9999-zz', 1_700_000_000_000, 'dev')).toBe('1700000000000-0000-dev'))

test('of one device the later command wins although its clock went back', () => {
  const stored = '1700000000000-0003-dev'
  expect(aboveOwn('1600000000000-0000-dev', [stored], 'dev')).toBe('1700000000000-0004-dev')
  expect(aboveOwn('1600000000000-0000-dev', ['1700000000000-0003-other'], 'dev')).toBe(
    '1600000000000-0000-dev',
  )
})

test('a clock far ahead comes back once the district has told the time', () => {
  const poisoned = tick('', 1_800_000_000_000, 'dev')
  expect(repaired(poisoned, 1_700_000_000_000, 'dev')).toBe('1700000000000-0000-dev')
  expect(repaired('1700000000500-0000-dev', 1_700_000_000_000, 'dev')).toBe(
    '1700000000500-0000-dev',
  )
})
