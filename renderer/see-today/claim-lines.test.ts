import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { claimLines } from './claim-lines.ts'
import type { TodayFacts } from './today-facts.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const facts: TodayFacts = {
  rows: {
    ...{ claims: [], drafts: [], micros: [], claimEvidence: [], goals: [], activities: [] },
    ...{ checkIns: [], readings: [], pool: [], toIssue: [], badges: [], unsure: [], refused: [] },
    ...{ computers: [], people: [], acts: [], keyChanges: [], roleRequests: [], erasures: [] },
    passwordSet: undefined,
  },
  calendar: { timeZone: 'UTC', holidays: [] },
  today: '2026-11-24',
  readingClaims: [],
  person: 'maya',
  holding: { roles: ['educator'] },
  since: '2026-11-20',
  nowMs: at('2026-11-24'),
  nameOf: () => '',
}
const attempts = [anAttempt({ outcome: anOutcome({ c1: true }) })]
const earned = { id: 'c', body: aClaim({ state: 'earned', attempts }), sight: 'record' } as const
const setAside = (day: string) => ({
  ...earned,
  body: { ...earned.body, setAside: { by: 'ruth', at: at(day), reason: 'It is damaged.' } },
})

test('what was earned waits for the office, but what the office sets aside waits for nobody', () => {
  expect(claimLines(earned, facts)).toMatchObject([{ group: 'away', about: { waits: 'office' } }])
  expect(claimLines(setAside('2026-11-23'), facts)).toMatchObject([
    {
      group: 'since',
      day: '2026-11-23',
      to: '/claims/c',
      about: { what: 'setAside', reason: 'It is damaged.' },
    },
  ])
})

test('that is news for some days, as everything that the office says', () => {
  expect(claimLines(setAside('2026-11-19'), facts)).toEqual([])
})
