import { expect, test } from 'vitest'
import type { Endorsement } from '../../core/endorsement/record.ts'
import { ownEndorsementCodes } from '../../core/endorsement/record.ts'
import { wordsIn } from '../../words/words.ts'
import { endorsementStands } from './endorsement-said.ts'

const at = Date.parse('2026-11-24T16:00:00Z')
const body: Endorsement = {
  ...{ about: 'micro-credential', subject: 'mc', text: '{}', state: 'offered' },
  ...{ offeredBy: 'iris', offeredAt: at },
}
const standsIn = (language: 'en' | 'es', more: Partial<Endorsement>) =>
  endorsementStands(
    wordsIn(language, () => at),
    { ...body, ...more },
  )

test('each answer has a mark of its own, and unknown never looks good', () => {
  const stands = (more: Partial<Endorsement>) => standsIn('en', more).outcome
  expect(stands({})).toBe('unknown')
  expect(stands({ state: 'accepted', verdict: { overall: 'verified', at } })).toBe('pass')
  expect(stands({ state: 'accepted', verdict: { overall: 'indeterminate', at } })).toBe('unknown')
  const revoked = { overall: 'not-verified', code: 'REVOKED', at } as const
  expect(stands({ state: 'accepted', verdict: revoked })).toBe('fail')
  expect(stands({ state: 'withdrawn', verdict: { overall: 'verified', at } })).toBe('unknown')
})

test.each(['en', 'es'] as const)(
  'why a file was not taken is a sentence, whatever the code (%s)',
  language => {
    for (const code of [...ownEndorsementCodes, 'ENDORSES_ANOTHER', 'REVOKED', 'OF_NEXT_YEAR']) {
      const verdict = { overall: 'not-verified', code, at } as const
      const { said } = standsIn(language, { state: 'refused', verdict })
      expect(said).toMatch(/\.$/)
      if (code !== 'OF_NEXT_YEAR') expect(said).not.toContain(code)
    }
  },
)
