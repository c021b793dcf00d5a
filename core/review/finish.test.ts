import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { aContext, coach, tuesday } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import {
  aDeviceKey,
  aSigned,
  finishing as finished,
  signedAttempt,
} from '../../test/builders/signed.ts'
import { ClaimRecord, type Attempt, type Claim } from '../claim/record.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { signedAtGraceMs } from '../person/signer.ts'
import { finishReview } from './finish.ts'
import { ReviewRecord, type Review } from './record.ts'

const handedOver = signedAttempt('c', aClaim(), anAttempt())
const keys = [aDeviceKey('laptop', 'maya')]

const finishing = (
  review: Partial<Review>,
  claim: Partial<Claim> = {},
  signing = (body: Review, before: readonly Attempt[]) => finished('r', body, { before }),
) => {
  const attempts = claim.attempts ?? [handedOver]
  const manifestSha256 = attempts.at(-1)?.manifestSha256 ?? ''
  const state = {
    review: aRec(ReviewRecord, 'r', aReview({ manifestSha256, ...review })),
    claim: aRec(
      ClaimRecord,
      'c',
      aClaim({ state: 'in_review', readers: ['jonah'], attempts, ...claim }),
    ),
    micro: aRec(MicroCredentialRecord, 'mc', aMicroCredential()),
    keys,
  }
  const input = signing(state.review.body, attempts.slice(0, -1))
  return finishReview.decide(state, input, aContext(coach))
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
    { attempts: [first, signedAttempt('c', aClaim(), anAttempt({ n: 2 }))] },
  )
  expect(decision).toMatchObject({ changes: [{}, { set: { state: 'earned' } }] })
})

test('a reading of a claim that was withdrawn can not be finished', () => {
  expect(finishing({}, { state: 'withdrawn' })).toMatchObject({
    refusal: { code: 'claim_not_in_review', facts: { state: 'withdrawn' } },
  })
})

test('the time that was signed is the time of the decision', () => {
  const input = (body: Review) => finished('r', body, { finishedAt: tuesday - 5 })
  expect(finishing({}, {}, input)).toMatchObject({
    changes: [
      { set: { finishedAt: tuesday - 5 } },
      { set: { changedAt: tuesday - 5, attempts: [{ outcome: { decidedAt: tuesday - 5 } }] } },
    ],
  })
})

test('nothing is decided before it was sent, whatever the clock of the computer said', () => {
  const early = (body: Review) => finished('r', body, { finishedAt: 0 })
  expect(finishing({}, {}, early)).toEqual({
    refusal: { code: 'signed_out_of_time', facts: { at: 0 } },
  })
})

// security.md row 60: the reader's computer signs nothing about what is not what was handed over.
test.each<[string, Partial<Review>, Partial<Claim>]>([
  ['is another than the one that was taken', { manifestSha256: 'c'.repeat(64) }, {}],
  ['was changed', {}, { attempts: [{ ...handedOver, note: 'Other words.' }] }],
  ['is now under another rubric', {}, { microCredential: 'other' }],
])('row 60: a reading of an attempt that %s is not finished', (_what, review, claim) => {
  expect(finishing(review, claim)).toEqual({
    refusal: { code: 'not_as_signed', facts: { what: 'manifest' } },
  })
})

test('row 60: nor one of an attempt whose computer nobody listed', () => {
  const attempt = signedAttempt('c', aClaim(), {
    ...handedOver,
    signed: { ...handedOver.signed, device: 'new' },
  })
  expect(finishing({}, { attempts: [attempt] })).toEqual({
    refusal: { code: 'signer_unknown', facts: { what: 'manifest' } },
  })
})

test('a decision dated before the claim came to a reader is refused: it would date the badge', () => {
  expect(finishing({}, { changedAt: tuesday + signedAtGraceMs + 1 })).toEqual({
    refusal: { code: 'signed_out_of_time', facts: { at: tuesday } },
  })
  expect(finishing({}, { changedAt: tuesday + signedAtGraceMs })).toHaveProperty('changes')
})
