import { expect, test } from 'vitest'
import { mondayOf, monthMarks, schoolWeeks } from './school-weeks.ts'

test('a week begins on Monday', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2026-11-30')).toBe('2026-11-30')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
})

test('a school year has its weeks from August to July, with what happened in each', () => {
  const weeks = schoolWeeks(2026, {
    checkIns: ['2026-11-19', '2026-11-22', '2027-08-30'],
    pieces: ['2026-11-16'],
  })
  expect(weeks[0]?.monday).toBe('2026-07-27')
  expect(weeks.at(-1)?.monday).toBe('2027-07-26')
  expect(weeks).toHaveLength(53)
  const busy = weeks.filter(week => week.checkIns + week.pieces > 0)
  expect(busy).toEqual([{ monday: '2026-11-16', checkIns: 2, pieces: 1 }])
})

test('every second month is named under the week in which it begins', () => {
  const marks = monthMarks(schoolWeeks(2026, { checkIns: [], pieces: [] }))
  expect(marks.map(mark => mark.day.slice(5, 7))).toEqual(['08', '10', '12', '02', '04', '06'])
  expect(marks[0]?.column).toBe(1)
})
