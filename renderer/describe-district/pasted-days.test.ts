import { expect, test } from 'vitest'
import { pastedDays } from './pasted-days.ts'

const today = '2026-11-24'
const read = (text: string) => pastedDays(text, today)

test('a list is read line by line: dates as they are stored or as they are written here, with a name or without', () => {
  expect(read('2026-11-26 Thanksgiving\r\n11/27/2026, Thanksgiving\n\n  1/5/2027')).toEqual({
    days: [
      { day: '2026-11-26', name: 'Thanksgiving' },
      { day: '2026-11-27', name: 'Thanksgiving' },
      { day: '2027-01-05', name: '' },
    ],
    wrong: [],
    weekendCount: 0,
  })
})

test('two dates in a line are a range, of which the weekend is left out', () => {
  const winter = ['2026-12-31', '2027-01-01', '2027-01-04'].map(day => ({ day, name: 'Winter' }))
  for (const line of [
    '2026-12-31 to 2027-01-04 Winter',
    '12/31/2026 - 1/4/2027: Winter',
    '12/31/2026–1/4/2027\tWinter',
    '2026-12-31 al 2027-01-04 Winter',
  ])
    expect(read(line).days).toEqual(winter)
})

test('what can’t be read is told by its line, and what is a weekend alone is counted', () => {
  const text = 'Thanksgiving\n2/30/2027\n2026-12-05\n12/5/2026 to 12/1/2026\n11/26/0206'
  const { days, wrong, weekendCount } = read(text)
  expect(days).toEqual([])
  expect(wrong.map(({ line, fault }) => [line, fault])).toEqual([
    [1, 'missing'],
    [2, 'unreal'],
    [4, 'order'],
    [5, 'year'],
  ])
  expect(weekendCount).toBe(1)
})

test('a range of more than a school year is none: one of its dates was mistyped', () => {
  expect(read('2026-12-21 to 2028-03-01').wrong.map(({ fault }) => fault)).toEqual(['long'])
})

test('a name that begins with a word for a range is a name', () => {
  expect(read('2026-11-26 A day off').days).toEqual([{ day: '2026-11-26', name: 'A day off' }])
})
