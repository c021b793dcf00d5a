import { expect, test } from 'vitest'
import { aClaim, aReadyDraft } from '../../test/builders/claim.ts'
import { aContext } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { answerLimits } from './answer-limits.ts'
import { bringIntoClaim } from './bring.ts'
import { broughtFrom, daysBroughtMax } from './brought-from.ts'
import { ClaimRecord, DraftRecord } from './record.ts'

const micro = aMicroCredential()
const empty = { answers: {}, filled: {}, attestations: {} }

test('answers, pieces, the sentence about AI and the days go along; the word given does not', () => {
  expect(broughtFrom(aReadyDraft({ days: { '2026-11-24': true } }), micro)).toEqual({
    words: { context: 'one two three four', learned: 'five six seven eight' },
    filled: { 'work/photo': 1 },
    aiUse: 'Not at all.',
    days: ['2026-11-24'],
  })
})

test('what stood beside an answer goes along, and so does what only stood there', () => {
  const aside = {
    context: { text: 'From the bus.', at: 1, device: 'd' },
    learned: { text: 'Only there.', at: 1, device: 'd' },
  }
  const draft = aReadyDraft({ answers: { context: 'At home.' }, aside })
  expect(broughtFrom(draft, micro)?.words).toEqual({
    context: 'At home.\n\nFrom the bus.',
    learned: 'Only there.',
  })
})

test('what this version does not ask for stays where it is, so that the rest is not refused for it', () => {
  const draft = aReadyDraft({
    answers: { context: 'Fits.', elsewhere: 'Does not.' },
    filled: { 'work/photo': 1, 'gone/film': 1 },
  })
  const brought = broughtFrom(draft, micro)
  expect(brought?.words).toEqual({ context: 'Fits.' })
  expect(brought?.filled).toEqual({ 'work/photo': 1 })
})

test('where nothing was written nothing is offered, whatever day it was begun', () => {
  const blank = { context: '  ' }
  expect(broughtFrom(aReadyDraft(empty), micro)).toBeUndefined()
  expect(
    broughtFrom(aReadyDraft({ ...empty, answers: blank, days: { '2026-11-24': true } }), micro),
  ).toBeUndefined()
})

test('years of days are cut to what a command takes, the newest of them', () => {
  const days = Object.fromEntries(
    Array.from({ length: daysBroughtMax + 9 }, (_, n) => {
      const day = new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)
      return [day, true] as const
    }),
  )
  const brought = broughtFrom(aReadyDraft({ days }), micro)
  expect(brought?.days.at(0)).toBe('2025-01-10')
  expect(bringIntoClaim.input.safeParse({ claim: 'c', ...brought }).success).toBe(true)
})

test('two versions of an answer that were both kept go along, however long they are together', () => {
  const long = 'x '.repeat(answerLimits.answerCharsMax / 2)
  const aside = { context: { text: `${long.slice(1)}y`, at: 1, device: 'd' } }
  const brought = broughtFrom(aReadyDraft({ answers: { context: long }, aside }), micro)
  if (brought === undefined) throw new Error('nothing is brought')
  const state = {
    claim: aRec(ClaimRecord, 'new', aClaim({})),
    draft: aRec(DraftRecord, 'new', aReadyDraft(empty)),
    micro: aRec(MicroCredentialRecord, 'mc', micro),
  }
  const input = bringIntoClaim.input.parse({ claim: 'new', ...brought })
  expect(bringIntoClaim.decide(state, input, aContext())).toHaveProperty('changes')
})
