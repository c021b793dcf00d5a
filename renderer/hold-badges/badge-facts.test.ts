import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import { aBadge } from '../../test/builders/badge.ts'
import { wordsIn } from '../../words/words.ts'
import { badgeFacts } from './badge-facts.ts'

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
const now = noon('2026-12-04')
const words = wordsIn('en', () => now)
const badge = aBadge({ approvedAt: noon('2026-12-01'), signedAt: noon('2026-12-02') })

test('a signed badge says who issued it, when, and that it has no end', () => {
  expect(badgeFacts(words, badge, 'Alder County', now)).toEqual([
    'Issued by Alder County',
    'Signed Wed, Dec 2',
    'No end date',
  ])
})

test('a badge that has ended says so instead of how long it holds', () => {
  const ends = (day: string) =>
    badgeFacts(words, { ...badge, validUntil: noon(day) }, undefined, now).at(-1)
  expect(ends('2026-12-05')).toBe('Holds until Sat, Dec 5')
  expect(ends('2026-12-03')).toBe('Ended Thu, Dec 3')
})

test('what is not signed yet, and what was revoked, say only that', () => {
  const { signedAt: _signedAt, ...unsigned } = badge
  expect(badgeFacts(words, { ...unsigned, state: 'approved' }, '', now)).toEqual([
    'Approved Tue, Dec 1; your district signs it next.',
  ])
  const revoked: Badge = { ...badge, state: 'revoked', revokedAt: noon('2026-12-03') }
  expect(badgeFacts(words, revoked, 'Alder', now)).toEqual([
    'Issued by Alder',
    'Revoked Thu, Dec 3',
  ])
})
