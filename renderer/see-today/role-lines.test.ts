import { expect, test } from 'vitest'
import type { Erasure } from '../../core/erasure/record.ts'
import type { KeyChange } from '../../core/joint-act/key-change.ts'
import type { JointAct } from '../../core/joint-act/record.ts'
import { jointActMs } from '../../core/joint-act/record.ts'
import type { RoleRequest } from '../../core/person/role-request.ts'
import { roleRequestMs } from '../../core/person/role-request.ts'
import { at, factsOf } from '../trial/today.ts'
import { roleLines } from './role-lines.ts'
import type { TodayFacts } from './today-facts.ts'

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
  ...factsOf({ acts: [{ id: 'a', body: act, sight: 'record' }] }),
  person: 'ruth',
  holding: { roles: ['officer'] },
  nameOf: person => (person === 'vera' ? 'Vera Lund' : ''),
}

test('what another officer proposed needs me until its last day, and then no more', () => {
  expect(jointActMs).toBe(7 * 86_400_000)
  const on = (today: string) => roleLines({ ...facts, today, nowMs: at(today) - 1 })
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

const change: KeyChange = {
  ...{ what: 'rotate', reason: 'Once a year', state: 'proposed' },
  ...{ proposedBy: 'vera', proposedAt: at('2026-11-20') },
}
const alone: KeyChange = {
  ...{ what: 'rotate', reason: 'All laptops were lost', state: 'done', isAlone: true },
  ...{ proposedBy: 'operator', proposedAt: at('2026-11-20'), doneAt: at('2026-11-20') },
}
const keysOn = (day: string, body: KeyChange) =>
  roleLines({
    ...facts,
    rows: { ...facts.rows, acts: [], keyChanges: [{ id: 'k', body, sight: 'record' }] },
    nowMs: at(day),
  })

test('a change of keys that another asked for needs me for a week, one that was done alone is told for a month', () => {
  expect(keysOn('2026-11-24', change)).toMatchObject([
    { day: '2026-11-27', to: '/keys', about: { what: 'keyChange', by: 'Vera Lund' } },
  ])
  expect(keysOn('2026-11-27', change)).toEqual([])
  expect(keysOn('2026-12-10', alone)).toMatchObject([
    { to: '/keys', about: { what: 'keyAlone', why: 'All laptops were lost' } },
  ])
  expect(keysOn('2026-12-20', alone)).toEqual([])
})

test('a role that another asked for needs my yes for thirty days, one that was given alone a look; never my own', () => {
  const request: RoleRequest = {
    ...{ person: 'nell', roles: ['officer'], grants: [], state: 'asked' },
    ...{ askedBy: 'vera', askedAt: at('2026-11-20') },
  }
  const linesOf = (more: Partial<RoleRequest>, nowMs = at('2026-11-24')) => {
    const roleRequests = [{ id: 'r', body: { ...request, ...more }, sight: 'record' as const }]
    return roleLines({ ...facts, rows: { ...facts.rows, acts: [], roleRequests }, nowMs })
  }
  expect(linesOf({})).toMatchObject([
    { to: '/people/roles', about: { what: 'roleRequest', by: 'Vera Lund', isAlone: false } },
  ])
  const end = at('2026-11-20') + roleRequestMs
  expect(linesOf({}, end - 1)).toMatchObject([{ day: '2026-12-20' }])
  expect(linesOf({}, end)).toEqual([])
  expect(linesOf({ state: 'alone' }, end)).toHaveLength(1)
  expect(linesOf({ state: 'alone' })).toMatchObject([{ about: { isAlone: true } }])
  expect(linesOf({ askedBy: 'ruth' })).toEqual([])
  expect(linesOf({ person: 'ruth' })).toEqual([])
})

const asked: Erasure = {
  ...{ state: 'asked', ground: 'wish', begunBy: 'vera', begunAt: at('2026-11-20') },
  ...{ askedBy: 'vera', askedAt: at('2026-11-20') },
}
test('a record that another asked to be erased needs me until its last day, and then no more', () => {
  const on = (day: string) =>
    roleLines({
      ...facts,
      rows: { ...facts.rows, acts: [], erasures: [{ id: 'lea', body: asked, sight: 'record' }] },
      today: day,
      nowMs: at(day),
    })
  expect(on('2026-11-24')).toMatchObject([
    {
      group: 'needs',
      day: '2026-11-27',
      to: '/people/lea/erase',
      about: { what: 'erasure', by: 'Vera Lund' },
    },
  ])
  expect(on('2026-11-28')).toEqual([])
})
