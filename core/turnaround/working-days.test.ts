import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, workingDaysAfter, workingDaysBetween } from './working-days.ts'

const calendar = {
  timeZone: 'America/Chicago',
  holidays: [
    { day: '2026-11-26', name: 'Thanksgiving' },
    { day: '2026-11-27', name: 'Thanksgiving' },
  ],
}

test('weekends and holidays are stepped over, and the holiday is named once', () => {
  expect(workingDaysAfter('2026-11-24', 5, calendar)).toEqual({
    day: '2026-12-03',
    skipped: ['Thanksgiving'],
  })
})

test('a day without a name is stepped over, and nothing is said of it', () => {
  const unnamed = { ...calendar, holidays: [{ day: '2026-11-26', name: '' }] }
  expect(workingDaysAfter('2026-11-25', 1, unnamed)).toEqual({ day: '2026-11-27', skipped: [] })
})

test('an evening in Chicago belongs to its own day, not to tomorrow in Greenwich', () => {
  expect(dayOf(Date.parse('2026-11-25T03:00:00Z'), calendar)).toBe('2026-11-24')
})

test('two zones that are asked in turn keep their own days', () => {
  const at = Date.parse('2026-11-25T03:00:00Z')
  const days = ['America/Chicago', 'UTC', 'America/Chicago'].map(timeZone =>
    dayOf(at, { timeZone, holidays: [] }),
  )
  expect(days).toEqual(['2026-11-24', '2026-11-25', '2026-11-24'])
})

test('counting to the promised day gives the promise back', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map(n => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (from, count) => {
      const due = workingDaysAfter(from, count, calendar)
      expect(workingDaysBetween(from, due.day, calendar)).toBe(count)
    }),
  )
})
