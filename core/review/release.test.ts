import { expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { aContext, coach, officer } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { ClaimRecord, claimStates, type Claim } from '../claim/record.ts'
import type { Actor } from '../kit/command.ts'
import { ReviewRecord } from './record.ts'
import { releaseReview } from './release.ts'

const input = { claim: 'c' }
const reading = aRec(ReviewRecord, 'r', aReview({}))
const held = (claim: Partial<Claim> = {}) => ({
  claim: aRec(
    ClaimRecord,
    'c',
    aClaim({ state: 'in_review', attempts: [anAttempt()], readers: ['jonah'], ...claim }),
  ),
  reading,
})

test('a claim whose coach can’t go on is released: it is in the pool again, and the notes stay with the coach', () => {
  expect(releaseReview.decide(held(), input, aContext(officer))).toMatchObject({
    changes: [
      { do: 'patch', key: 'review/r', set: { state: 'returned' } },
      { do: 'patch', key: 'claim/c', set: { readers: [] } },
    ],
  })
})

test('on a computer that has no sight of the reading, the claim alone is released', () => {
  const state = { ...held(), reading: undefined }
  expect(releaseReview.decide(state, input, aContext(officer))).toMatchObject({
    changes: [{ key: 'claim/c', set: { readers: [] } }],
  })
})

test('the office and administrators release; a coach alone does not', () => {
  const administrator: Actor = { ...officer, roles: ['administrator'] }
  for (const [actor, may] of [
    [officer, true],
    [administrator, true],
    [coach, false],
  ] as const)
    expect(releaseReview.right(actor, held(), input)).toBe(may)
})

test('nobody releases their own work; what waits already is left as it is', () => {
  const context = aContext(officer)
  expect(releaseReview.decide(held({ owner: 'iris' }), input, context)).toMatchObject({
    refusal: { code: 'review_own_work' },
  })
  expect(releaseReview.decide(held({ readers: [] }), input, context)).toEqual({ changes: [] })
})

test('who releases what is read no more does nothing, and is told nothing of what became of it', () => {
  for (const state of claimStates.filter(one => one !== 'in_review'))
    expect(releaseReview.decide(held({ state }), input, aContext(officer))).toEqual({ changes: [] })
})
