import { expect, test } from 'vitest'
import type { Goal } from '../../core/plan/record.ts'
import { goalsOfYear, schoolYearOf, yearInAddress } from './school-year.ts'

const goal = (id: string, addedOn: string, state: Goal['state']) => ({
  id,
  sight: 'record' as const,
  body: {
    owner: 'p',
    layer: 'personal' as const,
    title: id,
    why: '',
    competencies: {},
    serves: {},
    state,
    addedAt: Date.parse(addedOn),
  },
})
const checkIn = (of: string, on: string) => ({
  id: `${of} ${on}`,
  sight: 'record' as const,
  body: { owner: 'p', goal: of, on, tried: '', saw: '', next: '', addedAt: 0 },
})
const dayOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)

test('a school year begins in August', () => {
  expect(schoolYearOf('2026-07-31')).toBe(2025)
  expect(schoolYearOf('2026-08-01')).toBe(2026)
  expect(schoolYearOf('2027-01-04')).toBe(2026)
})

test('an address without a year, or with nonsense, means this year', () => {
  expect(yearInAddress(undefined, '2026-11-24')).toBe(2026)
  expect(yearInAddress('2025', '2026-11-24')).toBe(2025)
  expect(yearInAddress('next', '2026-11-24')).toBe(2026)
})

test('an open goal goes on until now; a finished one stays in the years it was worked on', () => {
  const goals = [
    goal('open', '2025-09-01', 'open'),
    goal('reached', '2024-09-01', 'reached'),
    goal('new', '2026-09-01', 'open'),
  ]
  const of = (year: number) =>
    goalsOfYear(goals, {
      activities: [],
      checkIns: [checkIn('reached', '2025-10-01')],
      today: '2026-11-24',
      year,
      dayOf,
    }).map(one => one.id)
  expect(of(2024)).toEqual(['reached'])
  expect(of(2025)).toEqual(['open', 'reached'])
  expect(of(2026)).toEqual(['open', 'new'])
  expect(of(2027)).toEqual([])
})
