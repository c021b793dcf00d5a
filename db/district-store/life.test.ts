import { expect, test } from 'vitest'
import { firstEpoch, nextEpoch } from './life.ts'

test('however often a district is brought back, each life has a number of its own that is told exactly', () => {
  let epoch = firstEpoch
  const lives = new Set([epoch])
  for (let times = 0; times < 1_000; times++) {
    // The greatest there is, and each time another one.
    epoch = nextEpoch(epoch, (2n ** 128n - 1n - (BigInt(times) << 76n)).toString(16))
    expect(Number.isSafeInteger(epoch)).toBe(true)
    lives.add(epoch)
  }
  expect(lives.size).toBe(1_001)
})

test('what is drawn twice in a row is still another life, and none is the first', () => {
  for (const salt of ['0'.repeat(32), 'f'.repeat(32)]) {
    const once = nextEpoch(firstEpoch, salt)
    expect(once).toBeGreaterThan(firstEpoch)
    expect(nextEpoch(once, salt)).not.toBe(once)
    expect(Number.isSafeInteger(nextEpoch(once, salt))).toBe(true)
  }
})
