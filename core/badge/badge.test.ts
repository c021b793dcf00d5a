import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { aContext, officer, system, teacher } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { earnedGrounds } from '../../test/builders/grounds.ts'
import { ClaimRecord } from '../claim/record.ts'
import { approveBadge } from './approve.ts'
import { BadgeRecord, type Badge } from './record.ts'
import { revokeBadge } from './revoke.ts'
import { signBadge } from './sign.ts'

const grounds = earnedGrounds()
const { claim: earned, ...beside } = grounds
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
  const state = { ...grounds, badge: undefined }
  expect(approveBadge.decide(state, { claim: 'c' }, aContext(officer))).toMatchObject({
    changes: [
      {
        do: 'create',
        key: 'badge/badge-1',
        body: { manifestSha256: earned.body.attempts[0]?.manifestSha256, approvedBy: 'iris' },
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
    approveBadge.decide({ ...beside, claim: reading, badge: undefined }, input, aContext(officer)),
  ).toMatchObject({ refusal: { code: 'claim_state' } })
  const badge = aRec(BadgeRecord, 'b', aBadge())
  expect(approveBadge.decide({ ...grounds, badge }, input, aContext(officer))).toMatchObject({
    refusal: { code: 'badge_exists' },
  })
})

test('only the district signs, and only what is approved', () => {
  const input = { badge: 'b', credential: '{}', statusIndex: 7, canBeSuspended: true }
  const badge = aRec(BadgeRecord, 'b', aBadge())
  const alone = { replaced: [], claims: [] }
  expect(signBadge.right(officer, { badge, ...alone }, input)).toBe(false)
  expect(signBadge.decide({ badge, ...alone }, input, aContext(system))).toMatchObject({
    changes: [{ set: { state: 'signed', credential: '{}', statusIndex: 7 } }],
  })
  const revoked = aRec(BadgeRecord, 'b', aBadge({ state: 'revoked' }))
  expect(signBadge.decide({ badge: revoked, ...alone }, input, aContext(system))).toMatchObject({
    refusal: { code: 'badge_state' },
  })
})

test('revoking needs a reason and is final', () => {
  const badge = aRec(BadgeRecord, 'b', aBadge({ state: 'signed' }))
  const context = aContext(officer)
  const beside = { replaced: [], pace: undefined }
  expect(
    revokeBadge.decide({ badge, ...beside }, { badge: 'b', reason: '  ' }, context),
  ).toMatchObject({
    refusal: { code: 'reason_missing' },
  })
  expect(
    revokeBadge.decide({ badge, ...beside }, { badge: 'b', reason: 'Not theirs' }, context),
  ).toMatchObject({
    changes: [
      { set: { state: 'revoked', revokedReason: 'Not theirs' } },
      { key: 'revoking-pace/district' },
    ],
  })
  const revoked = aRec(BadgeRecord, 'b', aBadge({ state: 'revoked' }))
  expect(
    revokeBadge.decide({ badge: revoked, ...beside }, { badge: 'b', reason: 'Again' }, context),
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
    approveBadge.decide({ ...beside, claim: mine, badge: undefined }, input, aContext(officer)),
  ).toMatchObject(refusal)
  const byIris = anAttempt({ outcome: { ...anOutcome({ c1: true }), reader: 'iris' } })
  const ownReading = aRec(ClaimRecord, 'c', aClaim({ state: 'earned', attempts: [byIris] }))
  expect(
    approveBadge.decide(
      { ...beside, claim: ownReading, badge: undefined },
      input,
      aContext(officer),
    ),
  ).toMatchObject(refusal)
})
