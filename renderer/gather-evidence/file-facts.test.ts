import { expect, test } from 'vitest'
import { dayOfFile, titleFromName } from './file-facts.ts'
import { readableName } from './readable-name.ts'

test('a title is the name without folder and ending', () => {
  expect(titleFromName('exit-tickets-sorted.png')).toBe('exit-tickets-sorted')
  expect(titleFromName('week 12/Exit tickets, 4.2.pdf')).toBe('Exit tickets, 4.2')
  expect(titleFromName('C:\\lessons\\Tuesday.mp4')).toBe('Tuesday')
})

test('a name that is only an ending, or has none, stays', () => {
  expect(titleFromName('.hidden')).toBe('.hidden')
  expect(titleFromName('Notes')).toBe('Notes')
  expect(titleFromName('Mr. Ortiz said')).toBe('Mr. Ortiz said')
})

test('a name that turns the reading direction round is shown as it is read, and right-to-left names stay', () => {
  expect(titleFromName('photo\u202Egnp.exe')).toBe('photognp')
  expect(readableName('photo\u202Egnp.exe')).toBe('photognp.exe')
  expect(readableName('\u2066a\u200B\r\nb.pdf\u2069')).toBe('ab.pdf')
  for (const name of ['تقرير الصف الرابع.pdf', 'דוח.pdf', 'می\u200Cخواهم.txt', '👩\u200D🏫.png'])
    expect(readableName(name)).toBe(name)
})

test('a file is from the day it was last changed, in the zone of the district', () => {
  const calendar = { timeZone: 'America/Chicago', holidays: [] }
  const now = Date.parse('2026-11-25T15:00:00Z')
  expect(dayOfFile(Date.parse('2026-10-03T03:00:00Z'), now, calendar)).toBe('2026-10-02')
  expect(dayOfFile(0, now, calendar)).toBe('2026-11-25')
  expect(dayOfFile(now + 86_400_000, now, calendar)).toBe('2026-11-25')
})
