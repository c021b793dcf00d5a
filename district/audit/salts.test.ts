import { expect, test } from 'vitest'
import { saltsDrawn } from './salts.ts'

test('a thousand salts: each of 128 bits, none of them twice', () => {
  const salt = saltsDrawn()
  const drawn = Array.from({ length: 1_000 }, salt)
  expect(new Set(drawn).size).toBe(1_000)
  for (const one of drawn) expect(one).toMatch(/^[0-9a-f]{32}$/)
})
