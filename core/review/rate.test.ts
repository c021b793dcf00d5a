import { expect, test } from 'vitest'
import { aContext, coach, teacher } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { rateCriterion } from './rate.ts'
import { ReviewRecord } from './record.ts'

const state = {
  review: aRec(ReviewRecord, 'r', aReview({ criteria: ['c1'], levels: {} })),
  micro: aRec(MicroCredentialRecord, 'mc', aMicroCredential()),
}
const rating = (criterion: string, rank: number) => ({ review: 'r', criterion, rank, activeMs: 0 })

test('a level is one of the rubric’s, for a criterion that this reading judges', () => {
  const rate = (criterion: string, rank: number) =>
    rateCriterion.decide(state, rating(criterion, rank), aContext(coach))
  expect(rate('c1', 2)).toMatchObject({ changes: [{ set: { 'levels.c1': 2 } }] })
  expect(rate('c1', 9)).toMatchObject({ refusal: { facts: { where: 'rank' } } })
  expect(rate('c2', 2)).toMatchObject({ refusal: { facts: { where: 'criterion' } } })
})

test('who is no coach any more judges nothing, not even a reading they began', () => {
  const was = { ...teacher, person: 'jonah' }
  expect(rateCriterion.right(was, state, rating('c1', 2))).toBe(false)
  expect(rateCriterion.right(coach, state, rating('c1', 2))).toBe(true)
})
