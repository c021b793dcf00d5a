import { expect, test } from 'vitest'
import { aContext, coach } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import type { Anchor } from '../claim/record.ts'
import { anchorCriterion } from './anchor.ts'
import { ReviewRecord } from './record.ts'

const pageThree: Anchor = { place: 'plan', page: 3 }
const anchor = (mark: string, to: Anchor | null, criterion = 'c1') => {
  const anchors = { 'c1/m1': pageThree }
  const review = aRec(ReviewRecord, 'r', aReview({ criteria: ['c1', 'c2'], anchors }))
  const asked = { review: 'r', criterion, mark, anchor: to }
  return anchorCriterion.decide({ review }, asked, aContext(coach))
}

test('a criterion points at a place once, however often it is pressed', () => {
  expect(anchor('m2', pageThree)).toEqual({ changes: [] })
  expect(anchor('m2', { ...pageThree, page: 4 })).toMatchObject({
    changes: [{ set: { 'anchors.c1/m2': { page: 4 } } }],
  })
})

test('another criterion points at the same place by a mark of its own', () => {
  expect(anchor('m2', pageThree, 'c2')).toMatchObject({
    changes: [{ set: { 'anchors.c2/m2': pageThree } }],
  })
})

test('a mark that stands is moved and taken away', () => {
  expect(anchor('m1', { place: 'film', startMs: 9 })).toMatchObject({
    changes: [{ set: { 'anchors.c1/m1': { place: 'film' } } }],
  })
  expect(anchor('m1', null)).toMatchObject({ changes: [{ set: { 'anchors.c1/m1': undefined } }] })
})
