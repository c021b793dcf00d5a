import { describe, expect, test } from 'vitest'
import { aContext, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Actor } from '../kit/command.ts'
import { addPerson } from './add.ts'
import { addUnit } from './add-unit.ts'
import { agreeRole } from './agree-role.ts'
import { closeUnit } from './close-unit.ts'
import { isClosedUnit, newlyInClosed } from './closed-unit.ts'
import { InChargeRecord, inChargeId } from './in-charge.ts'
import type { Person } from './record.ts'
import { PersonRecord } from './record.ts'
import { RoleRequestRecord } from './role-request.ts'
import { UnitRecord } from './unit.ts'

const ada: Actor = { person: 'ada', device: 'hers', roles: ['administrator'] }
const iris: Actor = { person: 'iris', device: 'office', roles: ['officer'] }
const linden = aRec(UnitRecord, 'linden', { kind: 'school', name: 'Linden', isClosed: true })
const grade4 = aRec(UnitRecord, 'grade-4', { kind: 'team', name: 'Grade 4', school: 'linden' })
const alder = aRec(UnitRecord, 'alder', { kind: 'school', name: 'Alder' })
const known = [linden, grade4, alder]
const nell: Person = { name: 'Nell', place: '', roles: ['educator'] }
const inCharge = aRec(InChargeRecord, inChargeId, { administrators: ['ada'], officers: ['iris'] })
const refused = { refusal: { code: 'unit_closed', facts: { unit: 'Linden' } } }

test('with a school its teams are closed', () => {
  expect(known.map(({ id }) => isClosedUnit(id, known))).toEqual([true, true, false])
  expect(isClosedUnit('unknown', known)).toBe(false)
})

test('who works or holds a role there stays so; nobody comes to', () => {
  const there: Pick<Person, 'units' | 'grants'> = {
    ...{ units: ['linden'], grants: [{ role: 'coach', within: 'grade-4' }] },
  }
  expect(newlyInClosed(there, there, known)).toBeUndefined()
  expect(newlyInClosed(undefined, there, known)).toBe('Linden')
  expect(newlyInClosed({ units: ['linden'] }, there, known)).toBe('Grade 4')
  expect(newlyInClosed(there, { units: ['alder'] }, known)).toBeUndefined()
})

test('nobody is entered in a closed school, nor is it given a team; a change of name is no matter', () => {
  const adding = (person: Person, before?: Person) =>
    addPerson.decide(
      {
        ...{
          person: before && aRec(PersonRecord, 'nell', before),
          inCharge,
          waiting: undefined,
          erasure: undefined,
        },
        ...{ units: [linden], schools: [] },
      },
      { id: 'nell', person },
      aContext(ada),
    )
  const there = { ...nell, units: ['linden'] }
  expect(adding(there)).toMatchObject(refused)
  expect(adding({ ...there, name: 'Nell Adair' }, there)).toHaveProperty('changes')
  const team = { kind: 'team' as const, name: 'Grade 5', school: 'linden' }
  expect(
    addUnit.decide(
      { there: undefined, schools: [linden] },
      { id: 'g5', unit: team },
      aContext(ada),
    ),
  ).toMatchObject(refused)
})

test('a role that was asked for before a school was closed is not given in it', () => {
  const request = aRec(RoleRequestRecord, 'r', {
    ...{ person: 'nell', roles: [], grants: [{ role: 'officer' as const, within: 'linden' }] },
    ...{ state: 'asked' as const, askedBy: 'ada', askedAt: tuesday },
  })
  const asker = aRec<Person>(PersonRecord, 'ada', { ...nell, roles: ['administrator'] })
  const state = { request, inCharge, asker, person: aRec(PersonRecord, 'nell', nell) }
  expect(
    agreeRole.decide({ ...state, units: [linden], schools: [] }, { request: 'r' }, aContext(iris)),
  ).toMatchObject(refused)
})

describe('who opens a closed school or team again', () => {
  const grade5 = aRec(UnitRecord, 'grade-5', { kind: 'team', name: 'Grade 5', school: 'alder' })
  const within = (person: string, unit: string): Actor => ({
    ...{ person, device: `${person}-dev`, roles: ['educator'] },
    grants: [{ role: 'administrator', within: unit }],
  })
  const ofSchool = within('theo', 'alder')
  const ofTeam = within('tara', 'grade-5')
  const system: Actor = { person: 'district', device: 'd', roles: ['system'] }
  const closedBy = (by: Actor) => {
    const decision = closeUnit.decide(
      { unit: grade5 },
      { unit: 'grade-5', isClosed: true },
      aContext(by),
    )
    const [change] = 'changes' in decision ? decision.changes : []
    return change?.do === 'patch' ? change.set : {}
  }
  const then = (by: Actor, set: object, isClosed = false) =>
    closeUnit.decide(
      { unit: { ...grade5, body: { ...grade5.body, ...set } } },
      { unit: 'grade-5', isClosed },
      aContext(by),
    )
  const above = { refusal: { code: 'unit_closed_above', facts: { unit: 'Grade 5' } } }

  test.each([
    ['the district', ada, [ada, system], [ofSchool, ofTeam]],
    ['its school', ofSchool, [ada, system, ofSchool], [ofTeam]],
    ['itself', ofTeam, [ada, system, ofSchool, ofTeam], []],
  ] as const)('where %s closed it', (_from, closes, may, mayNot) => {
    const set = closedBy(closes)
    for (const by of may)
      expect(then(by, set)).toMatchObject({
        changes: [{ set: { isClosed: undefined, closedFrom: undefined } }],
      })
    for (const by of mayNot) expect(then(by, set)).toMatchObject(above)
  })

  test('closing it once more from below changes nothing; from above it is theirs then', () => {
    for (const by of [ofSchool, ofTeam]) expect(then(by, closedBy(ada), true)).toMatchObject(above)
    expect(then(ada, closedBy(ofTeam), true)).toMatchObject({ changes: [{ set: closedBy(ada) }] })
  })

  test('what is decided above holds, however far ahead the clock below was that closed or opened it before', () => {
    const ahead = { isClosed: '~ahead', closedFrom: '~ahead' }
    const at = (by: Actor, isClosed: boolean, set: object) =>
      closeUnit.decide(
        { unit: { ...grade5, body: { ...grade5.body, ...set }, clocks: ahead } },
        { unit: 'grade-5', isClosed },
        aContext(by),
      )
    for (const by of [ada, ofSchool]) {
      expect(at(by, true, closedBy(ofTeam))).toMatchObject({ changes: [{ set: closedBy(by) }] })
      expect(at(by, true, {})).toMatchObject({ changes: [{ set: closedBy(by) }] })
      expect(at(by, false, closedBy(ofTeam))).toMatchObject({
        changes: [{ set: { isClosed: undefined, closedFrom: undefined } }],
      })
    }
  })

  test('where an older program closed it, whoever keeps it', () => {
    for (const by of [ada, ofSchool, ofTeam])
      expect(then(by, { isClosed: true })).toHaveProperty('changes')
  })
})

test('it is closed and opened again by who keeps it', () => {
  const closing = (isClosed: boolean) =>
    closeUnit.decide({ unit: alder }, { unit: 'alder', isClosed }, aContext(ada))
  expect(closing(true)).toMatchObject({ changes: [{ key: 'unit/alder', set: { isClosed: true } }] })
  expect(closing(false)).toMatchObject({ changes: [{ set: { isClosed: undefined } }] })
  expect(closeUnit.right(iris, { unit: alder }, { unit: 'alder', isClosed: true })).toBe(false)
})
