import { expect, test } from 'vitest'
import { at, factsOf, now } from '../trial/today.ts'
import { computerLines, passwordLines } from './computer-lines.ts'
import type { TodayFacts } from './today-facts.ts'

type Computer = TodayFacts['rows']['computers'][number]

const computer = (device: string, joined: string, set: Partial<Computer> = {}): Computer => ({
  ...{ device, isThis: false, isOther: false, joinedAt: at(joined) },
  ...{ name: undefined, revokedAt: undefined, waitsUntil: undefined },
  ...set,
})
const own = computer('own', '2026-11-21', { isThis: true })

const factsWith = (
  computers: readonly Computer[],
  passwordSet?: TodayFacts['rows']['passwordSet'],
): TodayFacts => factsOf({ computers, passwordSet })
const linesOf = (...computers: Computer[]) =>
  computerLines(factsWith(computers)).map(({ group, about }) => `${group} ${about.what}`)

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
    return passwordLines(factsWith([own], { id: 'me', body, sight: 'record' }))
  }
  expect(setOn('new', '2026-11-23')).toMatchObject([
    { group: 'since', about: { what: 'passwordSet', computer: 'A laptop' } },
  ])
  expect(setOn('own', '2026-11-23')).toEqual([])
  expect(setOn('new', '2026-11-02')).toEqual([])
  expect(passwordLines(factsWith([own]))).toEqual([])
})
