import { expect, test } from 'vitest'
import type { JointAct } from '../../core/joint-act/record.ts'
import { jointActMs } from '../../core/joint-act/record.ts'
import { roleLines } from './role-lines.ts'
import type { TodayFacts } from './today-facts.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const act: JointAct = {
  what: 'revoke',
  badges: ['b'],
  plan: { badges: 40, people: 31 },
  reason: 'Issued by mistake',
  state: 'proposed',
  proposedBy: 'vera',
  proposedAt: at('2026-11-20'),
}
const facts: TodayFacts = {
  rows: {
    ...{ claims: [], drafts: [], micros: [], claimEvidence: [], goals: [], activities: [] },
    ...{ checkIns: [], readings: [], pool: [], toIssue: [], badges: [], unsure: [], refused: [] },
    ...{ computers: [], people: [] },
    acts: [{ id: 'a', body: act, sight: 'record' }],
  },
  calendar: { timeZone: 'UTC', holidays: [] },
  today: '2026-11-24',
  readingClaims: [],
  person: 'ruth',
  since: '2026-11-20',
  nowMs: at('2026-11-24'),
  nameOf: person => (person === 'vera' ? 'Vera Lund' : ''),
}

test('what another officer proposed needs me until its last day, and then no more', () => {
  expect(jointActMs).toBe(7 * 86_400_000)
  const on = (today: string) => roleLines({ ...facts, today })
  expect(on('2026-11-24')).toMatchObject([
    {
      group: 'needs',
      day: '2026-11-27',
      to: '/issue',
      about: { what: 'secondOfficer', badges: 40, by: 'Vera Lund' },
    },
  ])
  expect(on('2026-11-27')).toHaveLength(1)
  expect(on('2026-11-28')).toEqual([])
})
