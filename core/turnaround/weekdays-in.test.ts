import { expect, test } from 'vitest'
import { rangeDaysMax, weekdaysIn } from './weekdays-in.ts'

test('a break is its days from Monday to Friday, the first and the last with it', () => {
  expect(weekdaysIn('2026-12-24', '2026-12-29')).toEqual([
    '2026-12-24',
    '2026-12-25',
    '2026-12-28',
    '2026-12-29',
  ])
  expect(weekdaysIn('2026-11-26', '2026-11-26')).toEqual(['2026-11-26'])
})

test('a weekend, a range that ends before it begins, and what is no day have none', () => {
  expect(weekdaysIn('2026-11-28', '2026-11-29')).toEqual([])
  expect(weekdaysIn('2026-12-29', '2026-12-24')).toEqual([])
  expect(weekdaysIn('', '2026-12-24')).toEqual([])
})

test('however long a range is, no more days are looked through than a school year has', () => {
  const days = weekdaysIn('2026-01-01', '9999-12-31')
  expect(days.length).toBeLessThan(rangeDaysMax)
  expect(days.length).toBeGreaterThan(rangeDaysMax / 2)
})
