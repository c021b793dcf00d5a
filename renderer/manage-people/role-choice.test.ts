import { expect, test } from 'vitest'
import { choicesOf, holdingOf, isUnplaced } from './role-choice.ts'

test.each([
  [{ roles: ['educator' as const], grants: [] }],
  [
    {
      roles: ['educator' as const, 'officer' as const],
      grants: [{ role: 'coach' as const, within: 'l' }],
    },
  ],
  [
    {
      roles: ['administrator' as const],
      grants: [
        { role: 'coach' as const, within: 'l' },
        { role: 'coach' as const, within: 'm' },
      ],
    },
  ],
])('what is opened and saved unchanged stays as it was: %j', entry => {
  expect(
    holdingOf(
      entry.roles.some(role => role === 'educator'),
      choicesOf(entry),
    ),
  ).toEqual(entry)
})

test('a role in the whole district takes its schools along no more', () => {
  const choices = choicesOf({ roles: ['coach'], grants: [{ role: 'coach', within: 'l' }] })
  expect(holdingOf(false, choices)).toEqual({ roles: ['coach'], grants: [] })
})

test('some schools without any chosen is no answer', () => {
  expect(isUnplaced({ where: 'some', within: [] })).toBe(true)
  expect(isUnplaced({ where: 'no', within: [] })).toBe(false)
  expect(isUnplaced({ where: 'some', within: ['l'] })).toBe(false)
})
