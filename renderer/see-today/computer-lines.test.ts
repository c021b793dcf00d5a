import { expect, test } from 'vitest'
import { computerLines } from './computer-lines.ts'
import type { TodayFacts } from './today-facts.ts'
import { todayFacts } from './today-facts.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const now = at('2026-11-24')
type Computer = TodayFacts['rows']['computers'][number]

const computer = (device: string, joined: string, set: Partial<Computer> = {}): Computer => ({
  ...{ device, isThis: false, isOther: false, joinedAt: at(joined) },
  ...{ revokedAt: undefined, waitsUntil: undefined },
  ...set,
})
const own = computer('own', '2026-11-21', { isThis: true })

function linesOf(...computers: Computer[]) {
  const rows = {
    ...{ claims: [], drafts: [], micros: [], claimEvidence: [], goals: [], activities: [] },
    ...{ checkIns: [], readings: [], pool: [], toIssue: [], acts: [], badges: [], unsure: [] },
    ...{ refused: [], people: [], computers },
  }
  const calendar = { timeZone: 'UTC', holidays: [] }
  const facts = todayFacts({ rows, readingClaims: [], person: 'me', calendar, nowMs: now })
  return computerLines(facts).map(({ group, about }) => `${group} ${about.what}`)
}

test('a computer that waits for my yes needs me, until its time is over or it was ended', () => {
  const waitsUntil = now + 1
  expect(linesOf(own, computer('new', '2026-11-24', { waitsUntil }))).toEqual([
    'needs computerWaits',
  ])
  const ended = computer('new', '2026-11-24', { waitsUntil, revokedAt: now })
  expect(linesOf(own, ended)).toEqual([])
  expect(linesOf(own, computer('new', '2026-11-24', { waitsUntil: now }))).toEqual([
    'since computerAdded',
  ])
})

test('one that was added after this one is news for some days; this one, and those before it, are none', () => {
  expect(linesOf(own, computer('new', '2026-11-23'))).toEqual(['since computerAdded'])
  expect(linesOf(own, computer('old', '2026-11-19'))).toEqual([])
  const first = { ...own, joinedAt: at('2026-10-01') }
  expect(linesOf(first, computer('weeks ago', '2026-11-02'))).toEqual([])
  expect(linesOf(computer('new', '2026-11-23'))).toEqual([])
})
