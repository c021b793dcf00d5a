import { expect, test } from 'vitest'
import { aContext, officer, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Actor, Decision } from '../kit/command.ts'
import { accessFrom, endsBefore, hasLeft } from './access-from.ts'
import { addPerson } from './add.ts'
import { theDistrict } from './closed-from.ts'
import { InChargeRecord, inChargeId } from './in-charge.ts'
import { leave } from './leave.ts'
import type { Person } from './record.ts'
import { PersonRecord } from './record.ts'
import { RoleRequestRecord } from './role-request.ts'
import { UnitRecord } from './unit.ts'

const ada: Actor = { person: 'ada', device: 'hers', roles: ['administrator'] }
const inLinden: Actor = {
  ...{ person: 'theo', device: 'his', roles: ['educator'] },
  grants: [{ role: 'administrator', within: 'linden' }],
}
const nell: Person = { name: 'Nell', place: 'Grade 4', roles: ['educator'], units: ['linden'] }
const linden = aRec(UnitRecord, 'linden', { kind: 'school', name: 'Linden' })

type State = Parameters<typeof leave.decide>[0]
const state = (more: Partial<Person> = {}, id = 'nell', administrators = ['ada']): State => ({
  person: aRec(PersonRecord, id, { ...nell, ...more }),
  inCharge: aRec(InChargeRecord, inChargeId, { administrators, officers: ['ruth'] }),
  waiting: undefined,
  units: [linden],
})
const leaving = (s: State, by: Actor = ada, isGone = true) =>
  leave.decide(s, { person: s.person.id, hasLeft: isGone }, aContext(by))
const sets = (decision: Decision) =>
  'changes' in decision
    ? decision.changes.map(change => [change.key, change.do === 'patch' ? change.set : undefined])
    : decision

test('who has left holds no role any more, in the district or in a school, and the day stands in the entry', () => {
  const coach = state({
    roles: ['educator', 'coach'],
    grants: [{ role: 'officer', within: 'linden' }],
  })
  expect(sets(leaving(coach))).toEqual([
    [
      'person/nell',
      { roles: [], grants: undefined, leftAt: tuesday, leftFrom: [theDistrict], backAt: undefined },
    ],
    [
      'in-charge/in-charge',
      { administrators: ['ada'], officers: ['ruth'], took: [{ by: 'ada', at: tuesday }] },
    ],
  ])
})

test('who is back is an educator, whatever they held before, and only what comes from now on lets them in', () => {
  const gone = state({ roles: [], leftAt: tuesday - 1_000, leftFrom: [theDistrict] })
  expect(sets(leaving(gone, ada, false))).toEqual([
    [
      'person/nell',
      { leftAt: undefined, leftFrom: undefined, backAt: tuesday, roles: ['educator'] },
    ],
  ])
})

test('both count from when they were done, nobody is back before they left, and neither is ahead', () => {
  const [early, late] = [tuesday - 5_000, tuesday + 5_000]
  const dated = (s: State, isGone: boolean, doneAt: number) =>
    sets(leave.decide(s, { person: 'nell', hasLeft: isGone }, aContext(ada, { doneAt })))
  expect(dated(state(), true, early)).toMatchObject([[expect.anything(), { leftAt: early }]])
  expect(dated(state(), true, late)).toMatchObject([[expect.anything(), { leftAt: tuesday }]])
  const gone = state({ roles: [], leftAt: tuesday - 1_000, leftFrom: [theDistrict] })
  const back = (doneAt: number) => dated(gone, false, doneAt)
  expect(back(early)).toMatchObject([[expect.anything(), { backAt: tuesday - 1_000 }]])
  expect(back(tuesday - 1)).toMatchObject([[expect.anything(), { backAt: tuesday - 1 }]])
  expect(back(late)).toMatchObject([[expect.anything(), { backAt: tuesday }]])
})

test('of who has left all is ended; of who left before a restore, while others still come, what was there when they left', () => {
  expect(endsBefore({ leftAt: 5 }, undefined)).toBe(accessFrom({ leftAt: 5 }))
  expect(endsBefore({ leftAt: 5 }, 5)).toBe(accessFrom({ leftAt: 5 }))
  expect(endsBefore({ leftAt: 5 }, 6)).toBe(5)
  expect([endsBefore({ backAt: 7 }, 9), endsBefore({}, 9)]).toEqual([7, 0])
})

test('nothing counts of who has left, of who is back what came since, and of anybody else all', () => {
  expect(hasLeft({ leftAt: 5 })).toBe(true)
  expect(accessFrom({ leftAt: 5 })).toBeGreaterThan(tuesday)
  expect([hasLeft({ backAt: 7 }), accessFrom({ backAt: 7 })]).toEqual([false, 7])
  expect([hasLeft({}), accessFrom({})]).toEqual([false, 0])
})

test('the same again changes nothing', () => {
  expect(leaving(state({ roles: [], leftAt: 1, leftFrom: [theDistrict] }))).toEqual({ changes: [] })
  expect(leaving(state(), ada, false)).toEqual({ changes: [] })
})

test('nobody lets themselves go', () => {
  expect(leaving(state({ roles: ['administrator'] }, 'ada', ['ada', 'bo']))).toMatchObject({
    refusal: { code: 'own_leaving', facts: { name: 'Nell' } },
  })
})

test('an administrator is always left, and who lets one go gives no such role alone for a while', () => {
  const only = state({ roles: ['administrator'] }, 'bo', ['bo'])
  expect(leaving(only)).toMatchObject({ refusal: { code: 'last_administrator' } })
  const another = state({ roles: ['administrator'] }, 'bo', ['ada', 'bo'])
  expect(sets(leaving(another))).toMatchObject([
    ['person/bo', { roles: [] }],
    ['in-charge/in-charge', { administrators: ['ada'], took: [{ by: 'ada', at: tuesday }] }],
  ])
})

test('a role that waited for a yes is withdrawn with them', () => {
  const waiting = aRec(RoleRequestRecord, 'r', {
    ...{ person: 'nell', roles: ['officer'], grants: [], state: 'asked' },
    ...{ askedBy: 'bo', askedAt: tuesday - 1 },
  })
  expect(sets(leaving({ ...state(), waiting }))).toMatchObject([
    ['person/nell', { roles: [] }],
    ['role-request/r', { state: 'withdrawn', decidedBy: 'ada' }],
  ])
})

test('an administrator of a school lets go whom they manage, and nobody beyond it; an officer nobody', () => {
  const input = { person: 'nell', hasLeft: true }
  const may = (actor: Actor, more: Partial<Person> = {}) => leave.right(actor, state(more), input)
  expect(may(inLinden)).toBe(true)
  for (const more of [
    { roles: ['educator' as const, 'coach' as const] },
    { units: ['linden', 'mill-creek'] },
    { units: [] },
    { grants: [{ role: 'officer' as const, within: 'mill-creek' }] },
  ])
    expect([more, may(inLinden, more)]).toEqual([more, false])
  expect(may(officer)).toBe(false)
})

const inTeam: Actor = {
  ...{ person: 'tia', device: 'hers', roles: ['educator'] },
  grants: [{ role: 'administrator', within: 'grade-4' }],
}
const grade4 = aRec(UnitRecord, 'grade-4', { kind: 'team', name: 'Grade 4', school: 'linden' })
const teamed = (more: Partial<Person> = {}): State => ({
  ...state({ units: ['grade-4'], ...more }),
  units: [grade4],
})
const above = { refusal: { code: 'person_left_above', facts: { name: 'Nell' } } }

test('whom the district let go nobody below brings back, though they hold no role of the district any more', () => {
  const was = { roles: [], leftAt: 1, leftFrom: [theDistrict] }
  expect(leaving(state(was), inLinden, false)).toMatchObject(above)
  expect(leaving(teamed(was), inTeam, false)).toMatchObject(above)
  expect(sets(leaving(state(was), ada, false))).toMatchObject([
    ['person/nell', { backAt: tuesday }],
  ])
})

test('whom a school let go its team does not bring back; the school does, and the district', () => {
  expect(sets(leaving(teamed(), inLinden))).toMatchObject([
    ['person/nell', { leftAt: tuesday, leftFrom: ['linden'] }],
  ])
  expect(sets(leaving(teamed(), inTeam))).toMatchObject([
    ['person/nell', { leftFrom: ['grade-4'] }],
  ])
  const bySchool = teamed({ roles: [], leftAt: 1, leftFrom: ['linden'] })
  expect(leaving(bySchool, inTeam, false)).toMatchObject(above)
  for (const actor of [inLinden, ada])
    expect(sets(leaving(bySchool, actor, false))).toMatchObject([
      ['person/nell', { leftAt: undefined, leftFrom: undefined }],
    ])
})

test('of who left before it was noted who let them go, the district alone says that they are back', () => {
  const before = state({ roles: [], leftAt: 1 })
  expect(leaving(before, inLinden, false)).toMatchObject(above)
  expect(sets(leaving(before, ada, false))).toMatchObject([['person/nell', { backAt: tuesday }]])
})

test('who is let go once more from above is brought back from there; from below that changes nothing', () => {
  const bySchool = teamed({ roles: [], leftAt: 1, leftFrom: ['linden'] })
  expect(sets(leaving(bySchool))).toEqual([['person/nell', { leftFrom: [theDistrict] }]])
  expect(leaving(bySchool, inTeam)).toEqual({ changes: [] })
})

test('what an administrator says of somebody does not set from where they were let go', () => {
  const given = addPerson.input.parse({
    id: 'nell',
    person: { ...nell, leftAt: 1, leftFrom: ['linden'] },
  })
  expect(given.person).toEqual(nell)
})

test('who has left is given nothing: their entry is changed once they are back', () => {
  const { person, inCharge, waiting } = state({ roles: [], leftAt: tuesday })
  const known = { person, inCharge, waiting, erasure: undefined, units: [linden], schools: [] }
  const asked = { id: 'nell', person: { ...nell, roles: ['coach' as const] } }
  expect(addPerson.decide(known, asked, aContext(ada))).toMatchObject({
    refusal: { code: 'person_left', facts: { name: 'Nell', at: tuesday } },
  })
})
