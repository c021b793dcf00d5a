import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { aContext, officer, system, teacher } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { finishing, signedAttempt } from '../../test/builders/signed.ts'
import type { Attempt } from '../claim/record.ts'
import { ClaimRecord } from '../claim/record.ts'
import type { Review } from '../review/record.ts'
import { ReviewRecord } from '../review/record.ts'
import { approveBadge } from './approve.ts'
import { BadgeRecord, type Badge } from './record.ts'
import { revokeBadge } from './revoke.ts'
import { signBadge } from './sign.ts'

const claim = aClaim({ state: 'earned' })
const handedOver = signedAttempt('c', claim, anAttempt())
const read = aReview({
  manifestSha256: handedOver.manifestSha256,
  state: 'finalised',
  criteria: ['c1'],
  levels: { c1: 2 },
  comments: { c1: 'Show more.' },
  decision: 'earned',
})
const review = aRec(ReviewRecord, 'r', { ...read, signed: finishing('r', read).signed })
const judged = { ...handedOver, outcome: anOutcome({ c1: true }) }
const earned = aRec(ClaimRecord, 'c', { ...claim, attempts: [judged] })
const reviews = [review]
const aBadge = (more: Partial<Badge> = {}): Badge => ({
  claim: 'c',
  owner: 'maya',
  microCredential: 'mc',
  title: 'Questions',
  attempt: 1,
  manifestSha256: 'b'.repeat(64),
  state: 'approved',
  approvedBy: 'iris',
  approvedAt: 1,
  ...more,
})

test('the office approves what was earned, with the manifest that it was judged on', () => {
  const state = { claim: earned, badge: undefined, reviews }
  expect(approveBadge.decide(state, { claim: 'c' }, aContext(officer))).toMatchObject({
    changes: [
      {
        do: 'create',
        key: 'badge/badge-1',
        body: { manifestSha256: handedOver.manifestSha256, approvedBy: 'iris' },
      },
      { do: 'patch', key: 'claim/c', set: { badge: 'badge-1' } },
    ],
  })
  expect(approveBadge.right(teacher, state, { claim: 'c' })).toBe(false)
})

test('nothing that wasn’t earned is approved, and nothing twice', () => {
  const reading = aRec(ClaimRecord, 'c', aClaim({ state: 'in_review', attempts: [anAttempt()] }))
  const input = { claim: 'c' }
  expect(
    approveBadge.decide({ claim: reading, badge: undefined, reviews }, input, aContext(officer)),
  ).toMatchObject({ refusal: { code: 'claim_state' } })
  const badge = aRec(BadgeRecord, 'b', aBadge())
  expect(
    approveBadge.decide({ claim: earned, badge, reviews }, input, aContext(officer)),
  ).toMatchObject({
    refusal: { code: 'badge_exists' },
  })
})

test('only the district signs, and only what is approved', () => {
  const input = { badge: 'b', credential: '{}', statusIndex: 7 }
  const badge = aRec(BadgeRecord, 'b', aBadge())
  expect(signBadge.right(officer, { badge }, input)).toBe(false)
  expect(signBadge.decide({ badge }, input, aContext(system))).toMatchObject({
    changes: [{ set: { state: 'signed', credential: '{}', statusIndex: 7 } }],
  })
  const revoked = aRec(BadgeRecord, 'b', aBadge({ state: 'revoked' }))
  expect(signBadge.decide({ badge: revoked }, input, aContext(system))).toMatchObject({
    refusal: { code: 'badge_state' },
  })
})

test('revoking needs a reason and is final', () => {
  const badge = aRec(BadgeRecord, 'b', aBadge({ state: 'signed' }))
  const context = aContext(officer)
  expect(revokeBadge.decide({ badge }, { badge: 'b', reason: '  ' }, context)).toMatchObject({
    refusal: { code: 'reason_missing' },
  })
  expect(
    revokeBadge.decide({ badge }, { badge: 'b', reason: 'Not theirs' }, context),
  ).toMatchObject({ changes: [{ set: { state: 'revoked', revokedReason: 'Not theirs' } }] })
  const revoked = aRec(BadgeRecord, 'b', aBadge({ state: 'revoked' }))
  expect(
    revokeBadge.decide({ badge: revoked }, { badge: 'b', reason: 'Again' }, context),
  ).toMatchObject({ refusal: { code: 'badge_state' } })
})

test('nobody approves a badge of their own, or what they judged themselves', () => {
  const mine = aRec(
    ClaimRecord,
    'c',
    aClaim({ state: 'earned', owner: 'iris', attempts: [anAttempt()] }),
  )
  const refusal = { refusal: { code: 'badge_own' } }
  const input = { claim: 'c' }
  expect(
    approveBadge.decide({ claim: mine, badge: undefined, reviews }, input, aContext(officer)),
  ).toMatchObject(refusal)
  const byIris = anAttempt({ outcome: { ...anOutcome({ c1: true }), reader: 'iris' } })
  const ownReading = aRec(ClaimRecord, 'c', aClaim({ state: 'earned', attempts: [byIris] }))
  expect(
    approveBadge.decide({ claim: ownReading, badge: undefined, reviews }, input, aContext(officer)),
  ).toMatchObject(refusal)
})

// security.md row 60: who has the district's disk can change what it stores, and can't sign for a computer.
const tampered = (attempt: Partial<Attempt>, readings: readonly Partial<Review>[] = [{}]) =>
  approveBadge.decide(
    {
      claim: aRec(ClaimRecord, 'c', { ...claim, attempts: [{ ...judged, ...attempt }] }),
      badge: undefined,
      reviews: readings.map(more => aRec(ReviewRecord, 'r', { ...review.body, ...more })),
    },
    { claim: 'c' },
    aContext(officer),
  )
const changedAnswer = { answers: { ...judged.answers, context: 'Better words.' } }
const rehashed = signedAttempt('c', claim, { ...judged, ...changedAnswer })

test.each<[string, Partial<Attempt>]>([
  ['an answer', changedAnswer],
  ['an answer and its manifest', { ...rehashed, signed: judged.signed }],
  ['the day it was sent', { submittedAt: 2 }],
  ['what the person vouched for', { attestations: { ...judged.attestations, ownWork: false } }],
  ['the hash alone', { manifestSha256: 'c'.repeat(64) }],
])('row 60: a claim in which %s was changed gets no badge', (_what, attempt) => {
  expect(tampered(attempt)).toEqual({
    refusal: { code: 'not_as_signed', facts: { what: 'manifest' } },
  })
})

test.each<[string, readonly Partial<Review>[], Partial<Attempt>]>([
  ['a level', [{ levels: { c1: 3 } }], {}],
  ['a comment', [{ comments: { c1: 'Wonderful.' } }], {}],
  ['the reader', [{ reader: 'someone' }], {}],
  ['the claim it is about', [{ claim: 'other' }], {}],
  ['the decision', [{ decision: 'not_yet' }], {}],
  ['the signature', [{ signed: undefined }], {}],
  ['what the claim says of it', [{}], { outcome: { ...anOutcome({ c1: true }), reader: 'iven' } }],
  ['everything, so that it is gone', [], {}],
])('row 60: a reading in which %s was changed gets no badge', (_what, readings, attempt) => {
  expect(tampered(attempt, readings)).toEqual({
    refusal: { code: 'not_as_signed', facts: { what: 'ratings' } },
  })
})

test('row 60: without a change it gets one', () => {
  expect(tampered({})).toMatchObject({ changes: [{ do: 'create' }, { do: 'patch' }] })
})
