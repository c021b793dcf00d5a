import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import { badgeNews } from './badge-news.ts'

const badge: Badge = {
  claim: 'c',
  owner: 'me',
  microCredential: 'micro',
  title: 'Talk moves',
  attempt: 1,
  manifestSha256: '',
  state: 'signed',
  approvedBy: 'ruth',
  approvedAt: 1,
  signedAt: 2,
}
const word = (at: number) => ({ by: 'iris', at, reason: 'Looked into' })

test.each<[what: string, more: Partial<Badge>, news: object]>([
  ['earned', {}, { at: 2, about: { what: 'earned', title: 'Talk moves', reader: 'Jonah' } }],
  [
    'suspended',
    { state: 'suspended', suspension: word(3) },
    { at: 3, about: { what: 'suspended', reason: 'Looked into' } },
  ],
  [
    'in force again',
    { suspension: word(3), resumption: word(4) },
    { at: 4, about: { what: 'resumed', reason: 'Looked into' } },
  ],
  [
    'suspended once more',
    { state: 'suspended', suspension: word(5), resumption: word(4) },
    { at: 5, about: { what: 'suspended' } },
  ],
  [
    'issued anew',
    { replaces: 'old', correction: word(1) },
    { at: 2, about: { what: 'corrected', reason: 'Looked into' } },
  ],
  [
    'revoked, whatever was before',
    { state: 'revoked', revokedAt: 6, revokedReason: 'Wrong person', suspension: word(3) },
    { at: 6, about: { what: 'revoked', reason: 'Wrong person' } },
  ],
])('a badge that is %s is news of that day, with the office’s own words', (_what, more, news) =>
  expect(badgeNews({ ...badge, ...more }, 'Jonah')).toMatchObject(news),
)

test('a badge that waits for its signature is no news yet', () => {
  const { signedAt: _signedAt, ...waiting } = badge
  expect(badgeNews({ ...waiting, state: 'approved' }, 'Jonah')).toBeUndefined()
})
