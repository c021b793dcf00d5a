import { expect, test } from 'vitest'
import { aClaim, aReadyDraft } from '../../test/builders/claim.ts'
import { aContext } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { answerLimits } from './answer-limits.ts'
import { attestClaim } from './attest.ts'
import { ClaimRecord, DraftRecord, type Draft } from './record.ts'
import { settleClaim } from './settle.ts'
import { writeClaim } from './write.ts'

const most = answerLimits.answerCharsMax
const draftOf = (more: Partial<Draft>) => ({ draft: aRec(DraftRecord, 'c', aReadyDraft(more)) })
const writing = (stored: string, text: string, base = stored) =>
  writeClaim.decide(
    draftOf({ answers: { context: stored } }),
    { claim: 'c', prompt: 'context', on: '2026-11-24', text, base },
    aContext(),
  )

test('an answer of the greatest length is taken; one sign more is refused with both numbers', () => {
  expect(writing('', 'x'.repeat(most))).toHaveProperty('changes')
  expect(writing('', 'x'.repeat(most + 1))).toEqual({
    refusal: { code: 'text_too_long', facts: { chars: most + 1, charsMax: most } },
  })
})

test('an answer that a merge made too long can be shortened step by step, and not grow', () => {
  const stored = 'x'.repeat(most + 100)
  expect(writing(stored, stored.slice(1))).toHaveProperty('changes')
  expect(writing(stored, `${stored}x`)).toMatchObject({ refusal: { code: 'text_too_long' } })
})

test('how long an answer is never makes the input malformed: the reason is a sentence', () => {
  const text = 'x'.repeat(most * 2)
  const input = { claim: 'c', prompt: 'context', on: '2026-11-24', text, base: text }
  expect(writeClaim.input.safeParse(input).success).toBe(true)
})

test('two long texts can always both be kept', () => {
  const [stored, other] = ['a'.repeat(most), 'b'.repeat(most)]
  const aside = { context: { text: other, at: 1, device: 'tablet' } }
  const settle = (text: string) =>
    settleClaim.decide(
      draftOf({ answers: { context: stored }, aside }),
      { claim: 'c', prompt: 'context', text, seen: { stored, aside: other } },
      aContext(),
    )
  expect(settle(`${stored}\n\n${other}`)).toHaveProperty('changes')
  expect(settle(`${stored}\n\n${other} and more`)).toMatchObject({
    refusal: { code: 'text_too_long' },
  })
})

test('a sentence about AI that is too long is refused with its number, not as malformed', () => {
  const state = { ...draftOf({}), claim: aRec(ClaimRecord, 'c', aClaim()) }
  const set = { aiUse: 'x'.repeat(answerLimits.aiUseCharsMax + 1) }
  expect(attestClaim.input.safeParse({ claim: 'c', set }).success).toBe(true)
  expect(attestClaim.decide(state, { claim: 'c', set }, aContext())).toMatchObject({
    refusal: { code: 'text_too_long', facts: { charsMax: answerLimits.aiUseCharsMax } },
  })
})
