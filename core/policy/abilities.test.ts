import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRec } from '../../test/builders/rec.ts'
import { grantedRoles, personRoles } from '../person/record.ts'
import { UnitRecord } from '../person/unit.ts'
import { abilitiesOf } from './abilities.ts'

const known = [
  aRec(UnitRecord, 'linden', { kind: 'school', name: 'Linden' }),
  aRec(UnitRecord, 'grade-4', { kind: 'team', name: 'Grade 4', school: 'linden' }),
  aRec(UnitRecord, 'mill-creek', { kind: 'school', name: 'Mill Creek' }),
]

test('an educator may do nothing to others', () => {
  expect(abilitiesOf({ roles: ['educator'] }, known)).toEqual([])
})

test('a coach of a school reads there and in its teams, and nothing else', () => {
  const grants = [{ role: 'coach' as const, within: 'linden' }]
  expect(abilitiesOf({ roles: ['educator'], grants }, known)).toEqual([
    { code: 'judge', within: ['linden'] },
  ])
})

test('a coach of a team reads there and not in its school', () => {
  const grants = [{ role: 'coach' as const, within: 'grade-4' }]
  expect(abilitiesOf({ roles: [], grants }, known)).toEqual([
    { code: 'judge', within: ['grade-4'] },
  ])
})

test('an administrator of the district does all that administrators do, and reads nothing', () => {
  const codes = abilitiesOf({ roles: ['administrator'] }, known).map(ability => ability.code)
  expect(codes).toEqual([
    ...['endorseOthers', 'release', 'manage', 'keepUnits', 'publishGoal', 'describe'],
  ])
})

test('an administrator of a school keeps its people and teams', () => {
  const grants = [{ role: 'administrator' as const, within: 'linden' }]
  expect(abilitiesOf({ roles: ['educator'], grants }, known)).toEqual(
    ['release', 'manage', 'keepUnits'].map(code => ({ code, within: ['linden'] })),
  )
})

test('what is held in the district is never told as held in a school, and nothing is told twice', () => {
  fc.assert(
    fc.property(
      fc.subarray([...personRoles]),
      fc.array(
        fc.record({
          role: fc.constantFrom(...grantedRoles),
          within: fc.constantFrom('linden', 'grade-4', 'mill-creek', 'gone'),
        }),
      ),
      (roles, grants) => {
        const told = abilitiesOf({ roles, grants }, known)
        expect(new Set(told.map(ability => ability.code)).size).toBe(told.length)
        for (const { code, within } of told)
          expect(within === 'district' || within.length > 0, code).toBe(true)
        const inDistrict = told
          .filter(({ within }) => within === 'district')
          .map(({ code }) => code)
        const alone = abilitiesOf({ roles }, known).map(ability => ability.code)
        expect(inDistrict).toEqual(alone)
      },
    ),
  )
})
