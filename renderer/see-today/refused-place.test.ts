import { expect, test } from 'vitest'
import { commands } from '../../core/commands.ts'
import type { Role } from '../../core/kit/command.ts'
import { refusedPlace } from './refused-place.ts'

const state = { code: 'claim_state', facts: { state: 'in_review' } } as const
const gone = { code: 'not_here', facts: { what: 'claim' } } as const

const placeFor = (
  command: string,
  input: unknown,
  roles: readonly Role[] = ['educator', 'coach', 'officer', 'administrator'],
) => refusedPlace({ command, input, refusal: state }, { roles })

test.each([
  ['claim.write', { claim: 'c' }, '/claims/c'],
  ['claim.fill', { claim: 'c', evidence: 'e' }, '/claims/c'],
  ['claim.start', { microCredential: 'mc', code: 'x' }, '/micro-credentials/mc'],
  ['activity.add', { goal: 'g' }, '/goals/g'],
  ['evidence.describe', { evidence: 'e' }, '/evidence/e'],
  ['review.rate', { review: 'r' }, '/review/r'],
  ['badge.revoke', { badge: 'b' }, '/badges/b'],
  ['act.confirm', { act: 'a' }, '/issue'],
  ['key-change.agree', { change: 'k' }, '/keys'],
  ['role.agree', { request: 'q' }, '/people/roles'],
  ['unit.rename', { unit: 'u' }, '/people'],
  ['erasure.agree', { person: 'maya' }, '/people/maya/erase'],
  ['hold.put', { person: 'maya' }, '/people/maya/erase'],
  ['cause.decide', { cause: {} }, '/verify'],
])('what was refused of %s is opened where it was done', (command, input, place) => {
  expect(placeFor(command, input)).toBe(place)
})

test('somebody else’s claim is never opened as one’s own', () => {
  for (const command of ['review.take', 'review.release', 'badge.approve'])
    expect(placeFor(command, { claim: 'theirs' })).not.toContain('theirs')
  expect(placeFor('review.take', { claim: 'theirs' })).toBe('/review')
  expect(placeFor('badge.approve', { claim: 'theirs' })).toBe('/issue')
})

test('what is not here is sought where all of its kind stand', () => {
  const refused = { command: 'claim.write', input: { claim: 'lost' }, refusal: gone }
  expect(refusedPlace(refused, { roles: ['educator'] })).toBe('/claims')
})

test('a room that is not for somebody is not opened for them, whatever they did there before', () => {
  const input = { review: 'r', badge: 'b', person: 'p', claim: 'c', change: 'k', request: 'q' }
  for (const command of Object.keys(commands))
    expect(placeFor(command, input, ['educator']), command).not.toMatch(
      /^\/(review|issue|badges|people|keys)/,
    )
  expect(placeFor('review.rate', input, ['educator'])).toBe('/settings')
})

test('a command of a later version, or one without words, leads to the plan', () => {
  expect(placeFor('pathway.begin', { claim: 'c' })).toBe('/plan')
  expect(placeFor('toString', {})).toBe('/plan')
  expect(placeFor('goal.write', 'no object')).toBe('/plan')
})
