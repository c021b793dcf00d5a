import { expect, test } from 'vitest'
import { aContext, officer, tuesday } from '../../test/builders/context.ts'
import { earnedGrounds } from '../../test/builders/grounds.ts'
import { aRec } from '../../test/builders/rec.ts'
import { approveBadge } from './approve.ts'
import type { Badge } from './record.ts'
import { BadgeRecord } from './record.ts'
import { revokeBadge } from './revoke.ts'

const dayMs = 86_400_000
const sunday = tuesday - 2 * dayMs

/** When an officer's program says it was done, and what day it is in the district. */
const said = (doneAt: number) => aContext(officer, { doneAt, now: tuesday })

const aBadge = (more: Partial<Badge>): Badge => ({
  claim: 'c',
  owner: 'maya',
  microCredential: 'mc',
  title: 'Questions',
  attempt: 1,
  manifestSha256: 'b'.repeat(64),
  state: 'approved',
  approvedBy: 'omar',
  approvedAt: sunday,
  ...more,
})

test.each([
  ['yesterday, without a network', tuesday - dayMs, tuesday - dayMs],
  ['at the beginning of time', 0, sunday],
  ['tomorrow', tuesday + dayMs, tuesday],
])('a badge approved %s is dated between the decision and today', (_when, doneAt, date) => {
  const grounds = earnedGrounds()
  const claim = { ...grounds.claim, body: { ...grounds.claim.body, changedAt: sunday } }
  const state = { ...grounds, claim, badge: undefined }
  expect(approveBadge.decide(state, { claim: 'c' }, said(doneAt))).toMatchObject({
    changes: [{ body: { approvedAt: date } }, { set: { changedAt: date } }],
  })
})

test.each([
  ['a signed badge, yesterday', { state: 'signed', signedAt: sunday }, -dayMs, tuesday - dayMs],
  ['a signed badge, before it was signed', { state: 'signed', signedAt: sunday }, -tuesday, sunday],
  ['an approved badge, before it was approved', {}, -tuesday, sunday],
  ['an approved badge, tomorrow', {}, dayMs, tuesday],
] as const)('what revokes %s is dated between that and today', (_what, more, off, date) => {
  const state = { badge: aRec(BadgeRecord, 'b', aBadge(more)), replaced: [], pace: undefined }
  const input = { badge: 'b', reason: 'Not theirs' }
  expect(revokeBadge.decide(state, input, said(tuesday + off))).toMatchObject({
    changes: [{ set: { revokedAt: date } }, { key: 'revoking-pace/district' }],
  })
})
