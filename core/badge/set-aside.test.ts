import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { aContext, officer, teacher } from '../../test/builders/context.ts'
import { earnedGrounds } from '../../test/builders/grounds.ts'
import { aRec } from '../../test/builders/rec.ts'
import { ClaimRecord, type Claim } from '../claim/record.ts'
import { approveBadge } from './approve.ts'
import { BadgeRecord } from './record.ts'
import { setAsideClaim } from './set-aside-claim.ts'
import { takeUpClaim } from './take-up-claim.ts'

const grounds = earnedGrounds()
const reason = 'It is not what you sent. Send it once more, please.'
const earned = (more: Partial<Claim> = {}) =>
  aRec(ClaimRecord, 'c', { ...grounds.claim.body, ...more })
const setAside = { by: 'iris', at: 5, reason }
const input = { claim: 'c', reason }
const context = aContext(officer)
const decided = (claim = earned(), words = reason) =>
  setAsideClaim.decide({ claim, badge: undefined }, { claim: 'c', reason: words }, context)

test('the office sets aside what was earned, with its reason; the decision stays as it is', () => {
  const came = decided(earned(), `  ${reason} `)
  expect(came).toMatchObject({ changes: [{ key: 'claim/c', set: { setAside: { reason } } }] })
  expect(came).not.toHaveProperty('changes.0.set.state')
  expect(setAsideClaim.right(officer, { claim: earned(), badge: undefined }, input)).toBe(true)
  expect(setAsideClaim.right(teacher, { claim: earned(), badge: undefined }, input)).toBe(false)
})

test('it takes a reason, what is earned, without a badge, and not set aside already', () => {
  expect(decided(earned(), '  ')).toMatchObject({ refusal: { code: 'set_aside_reason' } })
  expect(decided(earned({ state: 'in_review' }))).toMatchObject({
    refusal: { code: 'claim_state' },
  })
  expect(decided(earned({ setAside }))).toMatchObject({ refusal: { code: 'claim_set_aside' } })
  const badge = aRec(BadgeRecord, 'b', {
    ...{ claim: 'c', owner: 'maya', microCredential: 'mc', title: 'Questions', attempt: 1 },
    ...{ manifestSha256: 'b'.repeat(64), state: 'approved', approvedBy: 'iris', approvedAt: 1 },
  })
  expect(setAsideClaim.decide({ claim: earned(), badge }, input, context)).toMatchObject({
    refusal: { code: 'badge_exists' },
  })
})

test('nobody sets aside, or takes up again, a claim of their own or one that they judged', () => {
  const byIris = anAttempt({ outcome: { ...anOutcome({ c1: true }), reader: 'iris' } })
  for (const own of [{ owner: 'iris' }, { attempts: [byIris] }]) {
    const claim = aRec(ClaimRecord, 'c', aClaim({ state: 'earned', setAside, ...own }))
    const refusal = { refusal: { code: 'badge_own' } }
    expect(decided(claim)).toMatchObject(refusal)
    expect(takeUpClaim.decide({ claim }, { claim: 'c' }, context)).toMatchObject(refusal)
  }
})

test('what is set aside gets no badge until it is taken up again', () => {
  const approved = (claim = earned()) =>
    approveBadge.decide({ ...grounds, claim, badge: undefined }, { claim: 'c' }, context)
  expect(approved(earned({ setAside }))).toEqual({
    refusal: { code: 'claim_set_aside', facts: { title: earned().body.title } },
  })
  const again = takeUpClaim.decide({ claim: earned({ setAside }) }, { claim: 'c' }, context)
  expect(again).toMatchObject({ changes: [{ key: 'claim/c', set: { setAside: undefined } }] })
  expect(approved()).toMatchObject({ changes: [{ do: 'create' }, { do: 'patch' }] })
  // Two officers may press at once: the second finds it done.
  expect(takeUpClaim.decide({ claim: earned() }, { claim: 'c' }, context)).toEqual({ changes: [] })
})
