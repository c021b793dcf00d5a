import { expect, test } from 'vitest'
import { aClaim } from '../../test/builders/claim.ts'
import type { Badge } from '../../core/badge/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { renewalLines } from './renewal-lines.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const row = <B>(id: string, body: B): Row<B> => ({ id, body, sight: 'record' })
const badge = (more: Partial<Badge>) =>
  row<Badge>('b', {
    ...{ claim: 'c', owner: 'me', microCredential: 'mc', title: 'Talk moves', attempt: 1 },
    ...{ manifestSha256: '', state: 'signed', approvedBy: 'ruth', approvedAt: 1, signedAt: 2 },
    ...more,
  })
const earned = row('c', aClaim({ state: 'earned', badge: 'b' }))
const linesOf = (more: Partial<Badge>, others: readonly Row<Claim>[] = []) =>
  renewalLines({
    rows: { claims: [earned, ...others], badges: [badge(more)] },
    calendar: { timeZone: 'UTC', holidays: [] },
    since: '2026-11-20',
    nowMs: at('2026-11-24'),
  })

test('a badge that ends soon needs its person by its last day, and leads to where it is renewed', () => {
  expect(linesOf({ validUntil: at('2026-12-30') })).toEqual([
    {
      ...{ key: 'renew b', group: 'needs', day: '2026-12-30', minutes: undefined },
      to: '/badges/b',
      about: { what: 'badgeEnding', title: 'Talk moves', at: at('2026-12-30') },
    },
  ])
  expect(linesOf({ validUntil: at('2027-06-30') })).toEqual([])
})

test('once a new claim is begun there is nothing to ask for', () => {
  const begun = row('new', aClaim({ state: 'draft' }))
  expect(linesOf({ validUntil: at('2026-12-30') }, [begun])).toEqual([])
})

test('one that ended is news for some days and no duty', () => {
  expect(linesOf({ validUntil: at('2026-11-22') })).toMatchObject([
    { group: 'since', about: { what: 'badgeEnded' } },
  ])
  expect(linesOf({ validUntil: at('2026-11-19') })).toEqual([])
})

test('one that was revoked is told as news of the badge alone', () => {
  expect(linesOf({ state: 'revoked', revokedAt: at('2026-11-23') })).toEqual([])
})
