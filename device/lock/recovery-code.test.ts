import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastGroupOf, recoveryBytes, recoveryBytesOf, recoveryCodeOf } from './recovery-code.ts'

const bytes = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes })

test('a code reads back as the bytes it was made from', () => {
  fc.assert(
    fc.property(bytes, made => {
      const code = recoveryCodeOf(made)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(recoveryBytesOf(code)).toEqual(made)
      // As people type it.
      const typed = code
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'O')
        .replaceAll('1', 'l')
      expect(recoveryBytesOf(` ${typed} `)).toEqual(made)
      expect(code.endsWith(`-${lastGroupOf(code)}`)).toBe(true)
    }),
  )
})

test('what is no code is no code', () => {
  expect(recoveryBytesOf('')).toBeUndefined()
  expect(recoveryBytesOf('7K2M-7K2M')).toBeUndefined()
  expect(recoveryBytesOf('U'.repeat(32))).toBeUndefined()
})
