import { expect, test } from 'vitest'
import { dayRuns } from './day-runs.ts'

const named = (name: string, ...days: readonly string[]) => days.map(day => ({ day, name }))

test('a break over a weekend is one line; another name, or a working day between, begins another', () => {
  const days = [
    ...named('Winter', '2026-12-31', '2027-01-01', '2027-01-04', '2027-01-06'),
    ...named('Other', '2027-01-07'),
  ]
  const [year] = dayRuns(days, '2026-11-24')
  expect(year?.runs.map(run => [run.name, run.first, run.last, run.days.length])).toEqual([
    ['Winter', '2026-12-31', '2027-01-04', 3],
    ['Winter', '2027-01-06', '2027-01-06', 1],
    ['Other', '2027-01-07', '2027-01-07', 1],
  ])
})

test('this school year comes first, then those to come, then those past; a summer is cut where the year ends', () => {
  const days = [
    ...named('', '2025-11-27', '2024-11-28', '2028-01-17'),
    ...named('Summer', '2027-07-30', '2027-08-02'),
  ]
  const years = dayRuns(days, '2026-11-24')
  expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2025, 2024])
  expect(years.map(({ runs }) => runs.length)).toEqual([1, 2, 1, 1])
})
