import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import type { Claim } from '../claim/record.ts'
import type { Badge } from './record.ts'
import { renewAheadMs, renewals } from './renewal.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const earned = (id: string, badge: string | undefined, decidedAt: number, code = 'questions') => {
  const outcome = { ...anOutcome({ c1: true }), decidedAt }
  const body: Claim = aClaim({ code, state: 'earned', attempts: [anAttempt({ outcome })] })
  return { id, body: badge === undefined ? body : { ...body, badge } }
}
const open = (state: Claim['state']) => ({ id: 'new', body: aClaim({ state }) })
const badge = (id: string, more: Partial<Badge> = {}) => {
  const body: Badge = {
    ...{ claim: 'c', owner: 'maya', microCredential: 'mc', title: 'Questions', attempt: 1 },
    ...{ manifestSha256: '', state: 'signed', approvedBy: 'ruth', approvedAt: 1, signedAt: 2 },
    ...more,
  }
  return { id, body }
}
const dueOf = (more: Partial<Badge>) => renewals([earned('c', 'b', 1)], [badge('b', more)], now)[0]

test('a badge is due to be renewed from sixty days before its end, and after it', () => {
  const lastDay = now + renewAheadMs
  expect(dueOf({ validUntil: lastDay })).toEqual({
    ...{ badge: 'b', why: 'ending', at: lastDay, begun: undefined },
  })
  expect(dueOf({ validUntil: lastDay + 1 })).toBeUndefined()
  expect(dueOf({ validUntil: now - 1 })?.why).toBe('ended')
  expect(dueOf({})).toBeUndefined()
})

test('a badge that was revoked can be earned again, whatever its end', () => {
  expect(dueOf({ state: 'revoked', revokedAt: 5, validUntil: now + renewAheadMs * 9 })).toEqual({
    ...{ badge: 'b', why: 'revoked', at: 5, begun: undefined },
  })
})

test('what was earned again since is not due any more', () => {
  const claims = [earned('c', 'b', 1), earned('later', 'anew', 2)]
  const badges = [badge('b', { validUntil: now - 1 }), badge('anew')]
  expect(renewals(claims, badges, now)).toEqual([])
  // Of two that ended, the newer one alone.
  const both = [badge('b', { validUntil: now - 9 }), badge('anew', { validUntil: now - 1 })]
  expect(renewals(claims, both, now).map(one => one.badge)).toEqual(['anew'])
  expect(renewals(claims.toReversed(), both, now).map(one => one.badge)).toEqual(['anew'])
})

test('while the new badge is not there yet, nothing is asked for', () => {
  const claims = [earned('c', 'b', 1), earned('later', undefined, 2)]
  expect(renewals(claims, [badge('b', { validUntil: now - 1 })], now)).toEqual([])
})

test('a new claim that the office set aside renews nothing: the badge is due as before it', () => {
  const later = earned('later', undefined, 2)
  const setAside = { by: 'ruth', at: 3, reason: 'It is not what was signed.' }
  const aside = { ...later, body: { ...later.body, setAside } }
  const badges = [badge('b', { validUntil: now - 1 })]
  expect(renewals([earned('c', 'b', 1), aside], badges, now)).toMatchObject([{ badge: 'b' }])
  expect(renewals([aside], badges, now)).toEqual([])
})

test('a new claim that is begun is named; one that was withdrawn is none', () => {
  const ended = [badge('b', { validUntil: now - 1 })]
  const begunBy = (state: Claim['state']) =>
    renewals([earned('c', 'b', 1), open(state)], ended, now)[0]?.begun
  expect(begunBy('draft')).toBe('new')
  expect(begunBy('in_review')).toBe('new')
  expect(begunBy('withdrawn')).toBeUndefined()
})

test('each micro-credential stands by itself', () => {
  const claims = [earned('c', 'b', 1), earned('d', 'e', 2, 'talk')]
  const badges = [badge('b', { validUntil: now - 1 }), badge('e')]
  expect(renewals(claims, badges, now).map(one => one.badge)).toEqual(['b'])
})
