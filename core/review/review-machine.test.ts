import { describe, expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { aContext, coach, officer } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { finishing } from '../../test/builders/signed.ts'
import { ClaimRecord } from '../claim/record.ts'
import { step } from '../kit/machine.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { anchorCriterion } from './anchor.ts'
import { commentCriterion } from './comment.ts'
import { finishReview } from './finish.ts'
import { giveBackReview } from './give-back.ts'
import { maskPlace } from './mask.ts'
import { rateCriterion } from './rate.ts'
import { reviewMachine, ReviewRecord, reviewStates } from './record.ts'
import { releaseReview } from './release.ts'
import { spendTime } from './spend.ts'

const over = reviewStates.filter(state => state !== 'reading')

test('a reading is finished or given back once, and what it became it stays', () => {
  expect(step(reviewMachine, 'reading', 'finish')).toBe('finalised')
  expect(step(reviewMachine, 'reading', 'return')).toBe('returned')
  expect(over).toEqual(['finalised', 'returned'])
  for (const state of over)
    for (const event of ['finish', 'return'] as const)
      expect(step(reviewMachine, state, event)).toBeUndefined()
})

describe.each(over)('a reading that is %s', state => {
  const review = aRec(ReviewRecord, 'r', aReview({ state }))
  const claim = aRec(
    ClaimRecord,
    'c',
    aClaim({ state: 'in_review', readers: ['jonah'], attempts: [anAttempt()] }),
  )
  const micro = aRec(MicroCredentialRecord, 'mc', aMicroCredential())
  const context = aContext(coach)
  const about = { review: 'r', criterion: 'c1' }
  const decided = {
    rate: rateCriterion.decide({ review, micro }, { ...about, rank: 1, activeMs: 9 }, context),
    comment: commentCriterion.decide({ review }, { ...about, base: '', text: 'More.' }, context),
    anchor: anchorCriterion.decide({ review }, { ...about, mark: 'm', anchor: null }, context),
    mask: maskPlace.decide(
      { review, claim },
      { review: 'r', mark: 'm', anchor: { place: 'photo' } },
      context,
    ),
    finish: finishReview.decide(
      { review, claim, micro, keys: [] },
      finishing('r', review.body, { before: [] }),
      context,
    ),
    'give back': giveBackReview.decide({ review, claim }, { review: 'r' }, context),
  }

  test.each(Object.entries(decided))('takes no %s', (_what, decision) => {
    expect(decision).toMatchObject({ refusal: { code: 'review_state', facts: { state } } })
  })

  test('takes no more time, and is left as it is when its claim is released', () => {
    const spent = spendTime.decide({ review }, { review: 'r', activeMs: 9 }, context)
    expect(spent).toEqual({ changes: [] })
    const input = { claim: 'c' }
    const released = releaseReview.decide({ claim, reading: review }, input, aContext(officer))
    expect(released).toMatchObject({ changes: [{ key: 'claim/c' }] })
  })
})
