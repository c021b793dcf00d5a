import { expect, test } from 'vitest'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { unsignedCodes } from '../../core/endorsement/given.ts'
import { given } from '../../test/builders/given-endorsement.ts'
import { wordsIn } from '../../words/words.ts'
import { givenStands } from './given-said.ts'

const now = given.givenAt + 1_000
const standsIn = (language: 'en' | 'es', more: Partial<GivenEndorsement>) =>
  givenStands(
    wordsIn(language, () => now),
    { ...given, ...more },
    person => (person === 'iris' ? 'Iris Tran' : ''),
    now,
  )

test('only what is signed and in force is marked as good', () => {
  const outcomeOf = (more: Partial<GivenEndorsement>) => standsIn('en', more).outcome
  expect(outcomeOf({})).toBe('unknown')
  expect(outcomeOf({ state: 'signed' })).toBe('pass')
  expect(outcomeOf({ state: 'signed', validUntil: now + 1 })).toBe('pass')
  expect(outcomeOf({ state: 'signed', validUntil: now })).toBe('unknown')
  expect(outcomeOf({ state: 'withdrawn' })).toBe('fail')
  expect(outcomeOf({ state: 'refused' })).toBe('fail')
})

test.each(['en', 'es'] as const)('why it is not in force is said in words (%s)', language => {
  const reason = 'The programme has closed.'
  const back = { withdrawnBy: 'iris', withdrawnAt: now, withdrawnReason: reason }
  const { said } = standsIn(language, { state: 'withdrawn', ...back })
  expect(said).toContain(reason)
  expect(said).toContain('Iris Tran')
  // Whom an older copy of the record has forgotten has no name.
  const itself = standsIn(language, { state: 'withdrawn', ...back, withdrawnBy: 'district' })
  expect(itself.said).toMatch(language === 'en' ? /by your district itself/ : /tu propio distrito/)
  for (const unsigned of unsignedCodes)
    expect(standsIn(language, { state: 'refused', unsigned }).said).not.toContain(unsigned)
})
