import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import { badgeActs } from './badge-acts.ts'

const signed: Badge = {
  claim: 'c',
  owner: 'o',
  microCredential: 'm',
  title: 'Wait time',
  attempt: 1,
  manifestSha256: 'aa',
  state: 'signed',
  approvedBy: 'p',
  approvedAt: 1,
  signedAt: 2,
  canBeSuspended: true,
}
const { signedAt: _signedAt, ...unsigned } = signed

test.each<[what: string, badge: Badge, acts: readonly string[]]>([
  ['not signed yet', { ...unsigned, state: 'approved' }, ['revoke']],
  ['signed', signed, ['suspend', 'supersede', 'revoke']],
  [
    'without a list of suspended ones',
    { ...signed, canBeSuspended: false },
    ['supersede', 'revoke'],
  ],
  ['suspended', { ...signed, state: 'suspended' }, ['resume', 'supersede', 'revoke']],
  ['being replaced', { ...signed, replacedBy: 'n' }, ['suspend', 'revoke']],
  ['revoked', { ...signed, state: 'revoked' }, ['supersede']],
  ['revoked before it was signed', { ...unsigned, state: 'revoked' }, []],
  ['revoked and issued anew', { ...signed, state: 'revoked', replacedBy: 'n' }, []],
  ['replaced', { ...signed, state: 'superseded', replacedBy: 'n' }, []],
])('a badge that is %s offers just what its state allows', (_what, badge, acts) =>
  expect(badgeActs(badge)).toEqual(acts),
)
