import { expect, test } from 'vitest'
import { isBackupDue } from './backup-due.ts'

const hourMs = 3_600_000
const now = 1_700_000_000_000

test('a copy is made once a day', () => {
  expect(isBackupDue(0, now)).toBe(true)
  expect(isBackupDue(now - 23 * hourMs, now)).toBe(false)
  expect(isBackupDue(now - 24 * hourMs, now)).toBe(true)
})

test('after a clock that was ahead for a year was put right, copies are made again at once', () => {
  expect(isBackupDue(now + 8_760 * hourMs, now)).toBe(true)
})
