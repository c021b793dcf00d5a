import { expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { aContext, coach, teacher } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import type { Review } from '../review/record.ts'
import { ReviewRecord } from '../review/record.ts'
import { ClaimRecord, type ClaimState } from './record.ts'
import { withdrawClaim } from './withdraw.ts'

const input = { claim: 'c' }
const stateOf = (state: ClaimState, review?: Partial<Review>) => ({
  claim: aRec(
    ClaimRecord,
    'c',
    aClaim({ state, attempts: [anAttempt({ n: 2 })], readers: review ? ['jonah'] : [] }),
  ),
  reading: review && aRec(ReviewRecord, 'r', aReview(review)),
})

test('a claim that is being read is withdrawn with its reading, which says when and keeps its notes', () => {
  const context = aContext(teacher)
  const state = stateOf('in_review', { comments: { c1: 'Good.' } })
  expect(withdrawClaim.decide(state, input, context)).toEqual({
    changes: [
      { do: 'patch', key: 'review/r', set: { state: 'returned', withdrawnAt: context.doneAt } },
      {
        do: 'patch',
        key: 'claim/c',
        set: { state: 'withdrawn', readers: [], changedAt: context.doneAt },
      },
    ],
  })
})

test('a reading that is finished stays as it is', () => {
  const state = stateOf('not_yet', { state: 'finalised' })
  expect(withdrawClaim.decide(state, input, aContext(teacher))).toMatchObject({
    changes: [{ key: 'claim/c' }],
  })
})

test.each(['draft', 'submitted', 'incomplete', 'in_review', 'not_yet'] as const)(
  'a claim that is %s can be withdrawn, by its owner alone',
  state => {
    expect(withdrawClaim.decide(stateOf(state), input, aContext(teacher))).toMatchObject({
      changes: [{ set: { state: 'withdrawn' } }],
    })
    expect(withdrawClaim.right(teacher, stateOf(state), input)).toBe(true)
    expect(withdrawClaim.right(coach, stateOf(state), input)).toBe(false)
  },
)

test('what was sent again since, from another computer, stays: it is not what its person gave up', () => {
  const context = aContext(teacher)
  const given = (attempts: number) => withdrawClaim.input.parse({ claim: 'c', attempts })
  const state = stateOf('in_review', {})
  expect(withdrawClaim.decide(state, given(0), context)).toEqual({
    refusal: { code: 'changed_since', facts: { what: 'claim' } },
  })
  for (const seen of [1, 2])
    expect(withdrawClaim.decide(state, given(seen), context)).toMatchObject({
      changes: [{ set: { state: 'returned' } }, { set: { state: 'withdrawn' } }],
    })
})

test.each(['earned', 'withdrawn'] as const)('one that is %s is over', state => {
  expect(withdrawClaim.decide(stateOf(state), input, aContext(teacher))).toEqual({
    refusal: { code: 'claim_state', facts: { state } },
  })
})
