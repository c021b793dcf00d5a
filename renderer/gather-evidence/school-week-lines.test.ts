import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOf, weeksAgo, weeksOf } from './school-week-lines.ts'

const same = (day: string) => day

test('Sunday belongs to the week of the Monday before', () => {
  expect(weeksOf(['2026-11-29', '2026-11-23', '2026-11-22'], same)).toEqual([
    { monday: '2026-11-23', lines: ['2026-11-29', '2026-11-23'] },
    { monday: '2026-11-16', lines: ['2026-11-22'] },
  ])
})

test('no line is lost or moved', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(day), days => {
      expect(weeksOf(days, same).flatMap(week => week.lines)).toEqual(days)
    }),
  )
})

test('runs hold every line in its order, and none is longer than it may be', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (lines, linesMax) => {
      const runs = runsOf(lines, linesMax)
      expect(runs.flat()).toEqual(lines)
      expect(runs.every(run => run.length > 0 && run.length <= linesMax)).toBe(true)
    }),
  )
})

test('this week is none ago, the last one is one ago, over a new year too', () => {
  expect(weeksAgo('2026-11-23', '2026-11-25')).toBe(0)
  expect(weeksAgo('2026-11-16', '2026-11-29')).toBe(1)
  expect(weeksAgo('2026-12-28', '2027-01-04')).toBe(1)
  expect(weeksAgo('2026-11-30', '2026-11-25')).toBe(-1)
})
