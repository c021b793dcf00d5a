import { expect, test } from 'vitest'
import { anOutcome } from '../../test/builders/claim.ts'
import { aReview } from '../../test/builders/review.ts'
import type { Outcome } from '../claim/record.ts'
import { ratingsOf } from './ratings.ts'
import type { Review } from './record.ts'

const review = aReview({ comments: { c1: 'Good.' }, anchors: { 'c1/1': { place: 'photo' } } })
const outcome = anOutcome({ c1: true })
const signed = ratingsOf(review, outcome, 'a'.repeat(64))
const unmet = anOutcome({ c1: false }).criteria

test.each<[string, Partial<Review>, Partial<Outcome>]>([
  ['the claim', { claim: 'other' }, {}],
  ['the attempt', { attempt: 2 }, {}],
  ['the round', { round: 2 }, {}],
  ['the manifest', { manifestSha256: 'c'.repeat(64) }, {}],
  ['the rubric’s name', { rubricVersion: 'other' }, {}],
  ['the reader', { reader: 'someone' }, {}],
  ['the criteria to judge', { criteria: ['c1'] }, {}],
  ['a level', { levels: { ...review.levels, c1: 0 } }, {}],
  ['a comment', { comments: { c1: 'Better.' } }, {}],
  ['a place', { anchors: { 'c1/1': { place: 'photo', page: 2 } } }, {}],
  ['the review', {}, { review: 'other' }],
  ['what is met', {}, { criteria: unmet }],
  ['the decision', {}, { decision: 'not_yet' }],
  ['the day', {}, { decidedAt: 3 }],
])('row 60: a reader’s signature is on %s', (_what, more, said) => {
  const other = ratingsOf({ ...review, ...more }, { ...outcome, ...said }, 'a'.repeat(64))
  expect(other).not.toBe(signed)
})

test('row 60: and on the rubric itself', () => {
  expect(ratingsOf(review, outcome, 'b'.repeat(64))).not.toBe(signed)
})
