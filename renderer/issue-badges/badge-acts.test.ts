import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import { aBadge } from '../../test/builders/badge.ts'
import { badgeActs } from './badge-acts.ts'

const signed = aBadge({ canBeSuspended: true })
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
