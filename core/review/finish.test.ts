import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { aContext, coach, tuesday } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { aSigned, finishing as finished } from '../../test/builders/signed.ts'
import { ClaimRecord, type Claim } from '../claim/record.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { finishReview } from './finish.ts'
import { ReviewRecord, type Review } from './record.ts'

const finishing = (
  review: Partial<Review>,
  claim: Partial<Claim> = {},
  signing = (body: Review) => finished('r', body),
) => {
  const state = {
    review: aRec(ReviewRecord, 'r', aReview(review)),
    claim: aRec(
      ClaimRecord,
      'c',
      aClaim({ state: 'in_review', readers: ['jonah'], attempts: [anAttempt()], ...claim }),
    ),
    micro: aRec(MicroCredentialRecord, 'mc', aMicroCredential()),
  }
  return finishReview.decide(state, signing(state.review.body), aContext(coach))
}

test('every criterion met makes the claim earned', () => {
  expect(finishing({})).toMatchObject({
    changes: [
      { key: 'review/r', set: { state: 'finalised', finishedAt: tuesday, decision: 'earned' } },
      { key: 'claim/c', set: { state: 'earned', attempts: [{ outcome: { decision: 'earned' } }] } },
    ],
  })
})

test('a criterion below passing makes it "not yet", with the reason and the place', () => {
  const decision = finishing({
    levels: { c1: 2, c2: 1, c3: 2 },
    comments: { c2: 'Show how the answers differ.' },
    anchors: { 'c2/1': { place: 'photo', page: 3 } },
  })
  expect(decision).toMatchObject({
    changes: [
      {},
      {
        set: {
          state: 'not_yet',
          attempts: [
            {
              outcome: {
                criteria: {
                  c1: { met: true },
                  c2: {
                    met: false,
                    comment: 'Show how the answers differ.',
                    anchors: [{ place: 'photo', page: 3 }],
                  },
                },
              },
            },
          ],
        },
      },
    ],
  })
})

test('ratings that changed after they were signed are refused, and so is a signature that does not fit', () => {
  expect(finishing({}, {}, body => finished('r', { ...body, levels: { c1: 0 } }))).toMatchObject({
    refusal: { code: 'ratings_differ' },
  })
  const byOther = (body: Review) => {
    const good = finished('r', body)
    return { ...good, signed: aSigned('manifest', good.ratings) }
  }
  expect(finishing({}, {}, byOther)).toMatchObject({ refusal: { code: 'ratings_signature' } })
})

test('a level below passing without a reason and a place is not accepted', () => {
  expect(finishing({ levels: { c1: 2, c2: 0, c3: 2 } })).toMatchObject({
    refusal: { code: 'review_unexplained', facts: { criteria: ['What c2 shows'] } },
  })
})

test('a criterion without a level is named', () => {
  expect(finishing({ levels: { c1: 2, c2: 2 } })).toMatchObject({
    refusal: { code: 'review_unfinished', facts: { criteria: ['What c3 shows'] } },
  })
})

test('what was met in an earlier attempt stands, and only the rest is judged', () => {
  const first = anAttempt({ outcome: anOutcome({ c1: true, c2: false, c3: true }) })
  const decision = finishing(
    { attempt: 2, criteria: ['c2'], levels: { c2: 2 } },
    { attempts: [first, anAttempt({ n: 2 })] },
  )
  expect(decision).toMatchObject({ changes: [{}, { set: { state: 'earned' } }] })
})

test('a reading of a claim that was withdrawn can not be finished', () => {
  expect(finishing({}, { state: 'withdrawn' })).toMatchObject({
    refusal: { code: 'claim_not_in_review', facts: { state: 'withdrawn' } },
  })
})
