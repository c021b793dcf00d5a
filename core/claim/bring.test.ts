import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aClaim, aReadyDraft } from '../../test/builders/claim.ts'
import { aContext, coach } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { answerLimits } from './answer-limits.ts'
import { bringIntoClaim } from './bring.ts'
import { ClaimRecord, DraftRecord, draftSchema, type Claim, type Draft } from './record.ts'

const empty = { answers: {}, filled: {}, attestations: {} }

const stateOf = (draft: Partial<Draft> = {}, claim: Partial<Claim> = {}) => ({
  claim: aRec(ClaimRecord, 'won', aClaim(claim)),
  draft: aRec(DraftRecord, 'won', aReadyDraft({ ...empty, ...draft })),
  micro: aRec(MicroCredentialRecord, 'mc', aMicroCredential()),
})

interface Brought {
  readonly words?: Record<string, string>
  readonly filled?: Record<string, number>
  readonly aiUse?: string
  readonly days?: string[]
}

const inputOf = (brought: Brought) => ({
  claim: 'won',
  words: {},
  filled: {},
  aiUse: '',
  days: [],
  ...brought,
})

/** The draft after what was brought: each path set, as a store does it. Throws where it was refused. */
function after(brought: Brought, draft: Partial<Draft> = {}): Draft {
  const state = stateOf(draft)
  const decision = bringIntoClaim.decide(state, inputOf(brought), aContext())
  if (!('changes' in decision)) throw new Error(JSON.stringify(decision))
  const fields = new Map<string, unknown>(Object.entries(state.draft.body))
  for (const change of decision.changes)
    for (const [path, value] of Object.entries('set' in change ? change.set : {})) {
      const [field = '', ...rest] = path.split('.')
      const held = fields.get(field)
      const map = new Map<string, unknown>(
        Object.entries(typeof held === 'object' ? { ...held } : {}),
      )
      fields.set(
        field,
        rest.length === 0 ? value : Object.fromEntries(map.set(rest.join('.'), value)),
      )
    }
  return draftSchema.parse(Object.fromEntries(fields))
}

test('where the answer is empty the words become the answer', () => {
  const draft = after({ words: { context: 'Written on the bus.' }, days: ['2026-11-24'] })
  expect(draft.answers).toEqual({ context: 'Written on the bus.' })
  expect(draft.aside).toBeUndefined()
  expect(draft.days).toEqual({ '2026-11-24': true })
})

test('where the answer has words both are kept: one is in place, the other beside it', () => {
  const here = { answers: { context: 'Written at home.' } }
  const draft = after({ words: { context: 'Written on the bus.' } }, here)
  expect(draft.answers).toEqual(here.answers)
  expect(draft.aside?.['context']?.text).toBe('Written on the bus.')
})

test('whatever stands in both, no line of either is lost, and bringing it twice is bringing it once', () => {
  const text = fc
    .array(fc.stringMatching(/^[a-d]{0,3}$/), { minLength: 1, maxLength: 4 })
    .map(lines => lines.join('\n'))
  fc.assert(
    fc.property(text, fc.option(text), text, (stored, beside, brought) => {
      const aside = beside === null ? {} : { context: { text: beside, at: 1, device: 'd' } }
      const words = { context: brought }
      const once = after({ words }, { answers: { context: stored }, aside })
      const there = `${once.answers['context']}\n${once.aside?.['context']?.text ?? ''}`.split('\n')
      for (const line of [
        ...stored.split('\n'),
        ...(beside ?? '').split('\n'),
        ...brought.trim().split('\n'),
      ])
        if (line !== '') expect(there).toContain(line)
      expect(after({ words }, once)).toEqual(once)
    }),
  )
})

test('evidence goes behind what a slot holds, as far as there is room', () => {
  const filled = { 'work/photo': 4 }
  const draft = after({ filled: { 'work/memo': 0, 'work/film': 1, 'work/photo': 2 } }, { filled })
  expect(draft.filled).toEqual({ 'work/photo': 4, 'work/memo': 5 })
})

test('the sentence about AI is kept beside the one that is there', () => {
  expect(after({ aiUse: 'Not at all.' }).attestations.aiUse).toBe('Not at all.')
  const attestations = { aiUse: 'For the title.' }
  const draft = after({ aiUse: 'Not at all.' }, { attestations })
  expect(draft.attestations.aiUse).toBe('For the title. Not at all.')
  expect(after({ aiUse: 'Not at all.' }, draft)).toEqual(draft)
})

test.each(['submitted', 'in_review', 'earned', 'withdrawn'] as const)(
  'a claim that is %s takes no words, so they stay where they are',
  state => {
    const input = inputOf({ words: { context: 'Late.' } })
    expect(bringIntoClaim.decide(stateOf({}, { state }), input, aContext())).toEqual({
      refusal: { code: 'claim_state', facts: { state } },
    })
  },
)

test('words for a question that this version does not ask are refused, never dropped', () => {
  const input = inputOf({ words: { context: 'Fits.', elsewhere: 'Does not.' } })
  expect(bringIntoClaim.decide(stateOf(), input, aContext())).toMatchObject({
    refusal: { code: 'bad_input', facts: { where: 'elsewhere' } },
  })
})

test('only the owner brings words, and a text that is too long is told', () => {
  expect(bringIntoClaim.right(coach, stateOf(), inputOf({}))).toBe(false)
  const words = { context: 'x'.repeat(2 * answerLimits.answerCharsMax + 3) }
  expect(bringIntoClaim.decide(stateOf(), inputOf({ words }), aContext())).toMatchObject({
    refusal: { code: 'text_too_long' },
  })
})
