import { expect, test } from 'vitest'
import { computerLines, passwordLines } from './computer-lines.ts'
import type { TodayFacts } from './today-facts.ts'
import { todayFacts } from './today-facts.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const now = at('2026-11-24')
type Computer = TodayFacts['rows']['computers'][number]

const computer = (device: string, joined: string, set: Partial<Computer> = {}): Computer => ({
  ...{ device, isThis: false, isOther: false, joinedAt: at(joined) },
  ...{ name: undefined, revokedAt: undefined, waitsUntil: undefined },
  ...set,
})
const own = computer('own', '2026-11-21', { isThis: true })

function factsOf(
  computers: readonly Computer[],
  passwordSet?: TodayFacts['rows']['passwordSet'],
): TodayFacts {
  const rows = {
    ...{ claims: [], drafts: [], micros: [], claimEvidence: [], goals: [], activities: [] },
    ...{
      checkIns: [],
      readings: [],
      pool: [],
      toIssue: [],
      acts: [],
      keyChanges: [],
      roleRequests: [],
      erasures: [],
      passwordSet,
      badges: [],
      unsure: [],
    },
    ...{ refused: [], people: [], computers },
  }
  const holding = { roles: ['educator'] } as const
  const calendar = { timeZone: 'UTC', holidays: [] }
  return todayFacts({ rows, readingClaims: [], person: 'me', holding, calendar, nowMs: now })
}
const linesOf = (...computers: Computer[]) =>
  computerLines(factsOf(computers)).map(({ group, about }) => `${group} ${about.what}`)

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

test('a password that was set on another computer is news for some days; one that was set here is none', () => {
  const setOn = (device: string, day: string) => {
    const body = { person: 'me', at: at(day), device, computer: 'A laptop' }
    return passwordLines(factsOf([own], { id: 'me', body, sight: 'record' }))
  }
  expect(setOn('new', '2026-11-23')).toMatchObject([
    { group: 'since', about: { what: 'passwordSet', computer: 'A laptop' } },
  ])
  expect(setOn('own', '2026-11-23')).toEqual([])
  expect(setOn('new', '2026-11-02')).toEqual([])
  expect(passwordLines(factsOf([own]))).toEqual([])
})
