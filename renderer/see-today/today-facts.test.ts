import { expect, test } from 'vitest'
import { lastFriday } from './today-facts.ts'

test('news stands since a Friday at least three days back', () => {
  expect(lastFriday('2026-11-24')).toBe('2026-11-20')
  expect(lastFriday('2026-11-23')).toBe('2026-11-20')
  expect(lastFriday('2026-11-22')).toBe('2026-11-13')
  expect(lastFriday('2026-11-27')).toBe('2026-11-20')
})
