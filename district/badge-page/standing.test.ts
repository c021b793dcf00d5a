import type { Answer, Four } from 'open-badges-validator-core/verify'
import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const pass: Answer = { outcome: 'pass' }
const good: Four = { signature: pass, dates: pass, status: pass, trust: pass }
const suspension = { by: 'iris', at: 3, reason: 'Looked into' }
type Recorded = Parameters<typeof standingOf>[0]

test.each<[what: string, badge: Recorded, answers: Partial<Four>, standing: object]>([
  ['holds where all holds', { state: 'signed' }, {}, { name: 'valid' }],
  [
    'is damaged before anything else',
    { state: 'revoked', revokedAt: 4 },
    { signature: { outcome: 'fail', code: 'PROOF_VERIFICATION_ERROR' } },
    { name: 'damaged' },
  ],
  [
    'is damaged where its signature can’t be told',
    { state: 'signed' },
    { signature: { outcome: 'unknown' } },
    { name: 'damaged' },
  ],
  [
    'is revoked as soon as the record says so, before the list does',
    { state: 'revoked', revokedAt: 4, revokedReason: 'A mistake' },
    {},
    { name: 'revoked', at: 4, reason: 'A mistake' },
  ],
  [
    'is revoked where only the list knows it',
    { state: 'signed' },
    { status: { outcome: 'fail', code: 'REVOKED' } },
    { name: 'revoked' },
  ],
  ['is replaced', { state: 'superseded', supersededAt: 5 }, {}, { name: 'superseded', at: 5 }],
  [
    'is suspended with its reason',
    { state: 'suspended', suspension },
    {},
    { name: 'suspended', at: 3, reason: 'Looked into' },
  ],
  [
    'is suspended while the list still says so',
    { state: 'signed', suspension },
    { status: { outcome: 'fail', code: 'SUSPENDED' } },
    { name: 'suspended' },
  ],
  [
    'ended on its day',
    { state: 'signed', validUntil: 6 },
    { dates: { outcome: 'fail', code: 'EXPIRED' } },
    { name: 'expired', at: 6 },
  ],
  [
    'is unknown where the list is too old to tell',
    { state: 'signed' },
    { status: { outcome: 'unknown', code: 'LIST_EXPIRED' } },
    { name: 'unknown' },
  ],
  [
    'is unknown where its dates can’t be told',
    { state: 'signed' },
    { dates: { outcome: 'unknown' } },
    { name: 'unknown' },
  ],
])('a badge %s', (_what, badge, answers, standing) =>
  expect(standingOf(badge, { ...good, ...answers })).toEqual(standing),
)
