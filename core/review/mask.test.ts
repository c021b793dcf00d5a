import { expect, test } from 'vitest'
import { aClaim } from '../../test/builders/claim.ts'
import { aContext, coach, teacher } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import type { Item, Mask } from '../claim/record.ts'
import { ClaimRecord } from '../claim/record.ts'
import { maskPlace } from './mask.ts'
import { hiddenFrom, maskedAttempt, maskedText } from './masked.ts'
import { ReviewRecord } from './record.ts'

const anchor = { place: 'answer:context', quote: 'Linden Elementary' }
const reading = (masks?: Record<string, Mask>, more: Parameters<typeof aReview>[0] = {}) => ({
  review: aRec(ReviewRecord, 'r', aReview({ reader: coach.person, ...more })),
  claim: aRec(ClaimRecord, 'c', aClaim({ ...(masks === undefined ? {} : { masks }) })),
})
const by = (person: string): Mask => ({ anchor, by: person, at: 1 })
const decide = (state: ReturnType<typeof reading>, to: typeof anchor | null) =>
  maskPlace.decide(state, { review: 'r', mark: 'm', anchor: to }, aContext(coach))

test('what shows who it is is hidden under its reader’s name, and shown again by the same one', () => {
  const { doneAt } = aContext()
  expect(decide(reading(), anchor)).toMatchObject({
    changes: [{ key: 'claim/c', set: { 'masks.m': { anchor, by: coach.person, at: doneAt } } }],
  })
  expect(decide(reading({ m: by(coach.person) }), null)).toMatchObject({
    changes: [{ set: { 'masks.m': undefined } }],
  })
  expect(decide(reading({ m: by('lucia') }), null)).toMatchObject({
    refusal: { code: 'bad_input' },
  })
  expect(decide(reading(), null)).toEqual({ changes: [] })
})

test('only the reader of an open reading hides anything', () => {
  const input = { review: 'r', mark: 'm', anchor }
  expect(maskPlace.right(coach, reading(), input)).toBe(true)
  expect(maskPlace.right(teacher, reading(), input)).toBe(false)
  expect(decide(reading(undefined, { state: 'finalised' }), anchor)).toMatchObject({
    refusal: { code: 'review_state' },
  })
})

const attempt = {
  n: 1,
  submittedAt: 1,
  manifest: '{}',
  manifestSha256: 'b'.repeat(64),
  signed: { device: 'd', publicKey: '0'.repeat(64), signature: '0'.repeat(128) },
  answers: { context: 'At Linden Elementary. I like Linden Elementary.', learned: 'Much.' },
  items: [],
  attestations: { ready: true, release: true, ownWork: true, aiUse: 'no' },
  note: '',
  precheckBy: '2026-11-25',
  answerBy: '2026-12-04',
}
const item = (more: Partial<Item>): Item => ({
  slot: 'work',
  evidence: 'e',
  kind: 'reflection',
  title: 'Ms. Okafor reflects',
  note: 'By Ms. Okafor',
  happenedOn: '2026-11-20',
  shown: 'nobody',
  released: false,
  ...more,
})

test('words are hidden from every other reader wherever they stand, and from nobody else', () => {
  const masks = { m: by('lucia') }
  const seen = maskedAttempt(attempt, hiddenFrom(coach.person, masks))
  expect(seen.answers).toEqual({
    context: `At ${maskedText}. I like ${maskedText}.`,
    learned: 'Much.',
  })
  expect(maskedAttempt(attempt, hiddenFrom('lucia', masks))).toBe(attempt)
})

test('a piece without marked words is hidden whole, a file with its name and its bytes', () => {
  const file = {
    sha256: 'a'.repeat(64),
    sizeBytes: 1,
    mediaType: 'application/pdf',
    name: 'Okafor.pdf',
  }
  const seen = (piece: Item, quote?: string) =>
    maskedAttempt({ ...attempt, items: [piece] }, [
      { place: 'e', ...(quote === undefined ? {} : { quote }) },
    ]).items[0]
  const hidden = { title: maskedText, note: '', text: maskedText }
  for (const quote of [undefined, 'Okafor']) {
    const shown = seen(item({ kind: 'file', file }), quote)
    expect(shown).toMatchObject(hidden)
    expect(JSON.stringify(shown)).not.toMatch(/Okafor|aaaa/)
  }
  expect(seen(item({ kind: 'link', link: 'https://okafor.example' }))).not.toHaveProperty('link')
  expect(seen(item({ text: 'Ms. Okafor waited.' }))).toMatchObject(hidden)
  expect(seen(item({ text: 'Ms. Okafor waited.' }), 'Ms. Okafor')).toMatchObject({
    title: `${maskedText} reflects`,
    note: `By ${maskedText}`,
    text: `${maskedText} waited.`,
  })
})
