import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContext, coach, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { earnedGrounds } from '../../test/builders/grounds.ts'
import { aRec } from '../../test/builders/rec.ts'
import { step } from '../kit/machine.ts'
import type { Badge, BadgeState } from './record.ts'
import { badgeMachine, BadgeRecord, badgeStates } from './record.ts'
import { resumeBadge } from './resume.ts'
import { revokeBadge } from './revoke.ts'
import { signBadge } from './sign.ts'
import { supersedeBadge } from './supersede.ts'
import { suspendBadge } from './suspend.ts'

const signed: Badge = {
  claim: 'c',
  owner: 'maya',
  microCredential: 'mc',
  title: 'Questions',
  attempt: 1,
  manifestSha256: 'b'.repeat(64),
  state: 'signed',
  approvedBy: 'iris',
  approvedAt: 1,
  signedAt: 2,
  credential: '{}',
  statusIndex: 7,
  canBeSuspended: true,
}
const badgeOf = (more: Partial<Badge> = {}) => aRec(BadgeRecord, 'b', { ...signed, ...more })
const suspension = { by: 'iris', at: 5, reason: 'Looked into' }
const reason = 'A parent told us something.'
const context = aContext(officer)
const grounds = earnedGrounds()

test('suspended can be lifted; revoked and replaced are final', () => {
  const events = ['sign', 'suspend', 'resume', 'revoke', 'supersede'] as const
  const walks = fc.array(fc.constantFrom(...events), { maxLength: 12 })
  fc.assert(
    fc.property(walks, walk => {
      let state: BadgeState = 'approved'
      let final: BadgeState | undefined
      for (const event of walk) {
        state = step(badgeMachine, state, event) ?? state
        if (final !== undefined) expect(state).toBe(final)
        if (state === 'revoked' || state === 'superseded') final = state
      }
    }),
  )
  expect(step(badgeMachine, 'suspended', 'resume')).toBe('signed')
})

test('a suspension says who, when and why, and what lifts it says the same', () => {
  const at = context.doneAt
  expect(suspendBadge.decide({ badge: badgeOf() }, { badge: 'b', reason }, context)).toMatchObject({
    changes: [{ set: { state: 'suspended', suspension: { by: 'iris', at, reason } } }],
  })
  const suspended = badgeOf({ state: 'suspended', suspension })
  expect(
    resumeBadge.decide({ badge: suspended }, { badge: 'b', reason: ' Cleared. ' }, context),
  ).toMatchObject({
    changes: [{ set: { state: 'signed', resumption: { by: 'iris', at, reason: 'Cleared.' } } }],
  })
})

test('a badge whose credential names no list of suspended ones is not suspended for show', () => {
  const { canBeSuspended: _can, ...older } = signed
  expect(
    suspendBadge.decide({ badge: aRec(BadgeRecord, 'b', older) }, { badge: 'b', reason }, context),
  ).toEqual({ refusal: { code: 'badge_not_suspendable', facts: { badge: 'Questions' } } })
})

test.each(badgeStates)(
  'what is %s is suspended, and holds again, only as the table says',
  state => {
    const badge = badgeOf({ state })
    const input = { badge: 'b', reason }
    const isRefused = { refusal: { code: 'badge_state', facts: { state } } }
    const suspended = suspendBadge.decide({ badge }, input, context)
    if (state === 'signed') expect(suspended).toHaveProperty('changes')
    else expect(suspended).toEqual(isRefused)
    const resumed = resumeBadge.decide({ badge }, input, context)
    if (state === 'suspended') expect(resumed).toHaveProperty('changes')
    else expect(resumed).toEqual(isRefused)
  },
)

test('an officer’s word takes the place of the district’s own, once', () => {
  const ofDistrict = { by: system.person, at: 9, reason: 'Forgotten' }
  const badge = badgeOf({ state: 'suspended', suspension: ofDistrict })
  const input = { badge: 'b', reason }
  const earlier = aContext(officer, { doneAt: 5 })
  expect(suspendBadge.decide({ badge }, input, earlier)).toMatchObject({
    changes: [{ set: { state: 'suspended', suspension: { by: 'iris', at: 5, reason } } }],
  })
  const isRefused = { refusal: { code: 'badge_state', facts: { state: 'suspended' } } }
  expect(suspendBadge.decide({ badge }, input, aContext(system))).toEqual(isRefused)
  const revokedSince = badgeOf({ state: 'revoked', suspension: ofDistrict })
  expect(suspendBadge.decide({ badge: revokedSince }, input, earlier)).toMatchObject({
    refusal: { code: 'badge_state' },
  })
})

test('none of it is done without a reason, to one’s own badge, or by who is not of the office', () => {
  const badge = badgeOf()
  const own = badgeOf({ owner: 'iris' })
  const no = { refusal: { code: 'reason_missing' } }
  const mine = { refusal: { code: 'badge_own' } }
  expect(suspendBadge.decide({ badge }, { badge: 'b', reason: ' ' }, context)).toMatchObject(no)
  expect(suspendBadge.decide({ badge: own }, { badge: 'b', reason }, context)).toMatchObject(mine)
  const suspended = badgeOf({ state: 'suspended', suspension })
  expect(
    resumeBadge.decide({ badge: suspended }, { badge: 'b', reason: '' }, context),
  ).toMatchObject(no)
  const state = { ...grounds, badge }
  const anew = { badge: 'b', correction: reason }
  for (const actor of [teacher, coach]) {
    expect(suspendBadge.right(actor, { badge }, { badge: 'b', reason })).toBe(false)
    expect(resumeBadge.right(actor, { badge }, { badge: 'b', reason })).toBe(false)
    expect(supersedeBadge.right(actor, state, anew)).toBe(false)
  }
  // The district itself brings a suspension back, and lifts none.
  expect(suspendBadge.right(system, { badge }, { badge: 'b', reason })).toBe(true)
  expect(resumeBadge.right(system, { badge }, { badge: 'b', reason })).toBe(false)
})

test('a badge is issued anew on the same claim and until the same day, and the older one holds until then', () => {
  const badge = badgeOf({ validUntil: tuesday + 1 })
  expect(
    supersedeBadge.decide({ ...grounds, badge }, { badge: 'b', correction: 'Her name' }, context),
  ).toMatchObject({
    changes: [
      {
        do: 'create',
        key: 'badge/badge-1',
        body: {
          state: 'approved',
          replaces: 'b',
          validUntil: tuesday + 1,
          manifestSha256: signed.manifestSha256,
          correction: { by: 'iris', reason: 'Her name' },
        },
      },
      { do: 'patch', key: 'badge/b', set: { replacedBy: 'badge-1' } },
    ],
  })
})

test.each<[what: string, more: Partial<Badge>, code: string]>([
  ['is replaced already', { replacedBy: 'n' }, 'badge_replaced'],
  ['was replaced', { state: 'superseded' }, 'badge_state'],
  ['is not signed yet', { state: 'approved', signedAt: undefined }, 'badge_state'],
  ['has ended', { validUntil: tuesday }, 'badge_ended'],
])('a badge that %s is not issued anew', (_what, more, code) => {
  const input = { badge: 'b', correction: 'x' }
  expect(supersedeBadge.decide({ ...grounds, badge: badgeOf(more) }, input, context)).toMatchObject(
    {
      refusal: { code },
    },
  )
})

test('a badge is not issued anew on a claim that is not as it was signed', () => {
  const claim = { ...grounds.claim, body: { ...grounds.claim.body, attempts: [] } }
  expect(
    supersedeBadge.decide(
      { ...grounds, claim, badge: badgeOf() },
      { badge: 'b', correction: 'x' },
      context,
    ),
  ).toMatchObject({ refusal: { code: 'not_as_signed' } })
})

const waiting: Badge = { ...signed, state: 'approved', signedAt: undefined, replaces: 'b' }
const input = { badge: 'n', credential: '{}', statusIndex: 9, canBeSuspended: true }

test.each([
  ['a signed', 'signed', 'superseded'],
  ['a suspended', 'suspended', 'superseded'],
  // It was taken back for good, and stays so.
  ['a revoked', 'revoked', 'revoked'],
] as const)('once the newer one is signed, %s badge is %s', (_what, state, after) => {
  const decision = signBadge.decide(
    {
      badge: aRec(BadgeRecord, 'n', waiting),
      replaced: [badgeOf({ state, replacedBy: 'n' })],
      claims: [grounds.claim],
    },
    input,
    aContext(system),
  )
  expect(decision).toMatchObject({
    changes: [
      { key: 'badge/n', set: { state: 'signed' } },
      { key: 'badge/b', set: { state: after } },
      { key: 'claim/c', set: { badge: 'n' } },
    ],
  })
})

test('of which the world was told so it is suspended in the step in which it is signed', () => {
  const decided = (state: BadgeState) =>
    signBadge.decide(
      { badge: aRec(BadgeRecord, 'n', { ...waiting, state }), replaced: [], claims: [] },
      { ...input, suspended: 'Forgotten' },
      aContext(system),
    )
  expect(decided('approved')).toMatchObject({
    changes: [
      { set: { state: 'suspended', suspension: { by: system.person, reason: 'Forgotten' } } },
    ],
  })
  expect(decided('revoked')).toMatchObject({ refusal: { code: 'badge_state' } })
})

test('called off before it was signed, the newer one leaves the older one as the badge of its claim', () => {
  const older = badgeOf({ replacedBy: 'n' })
  expect(BadgeRecord.unique('b', older.body)).toEqual(['status 7'])
  expect(BadgeRecord.unique('n', waiting)).toContain('badge of c')
  expect(
    revokeBadge.decide(
      { badge: aRec(BadgeRecord, 'n', waiting), replaced: [older], pace: undefined },
      { badge: 'n', reason },
      context,
    ),
  ).toMatchObject({
    changes: [
      { key: 'badge/n', set: { state: 'revoked' } },
      { key: 'badge/b', set: { replacedBy: undefined } },
      { key: 'revoking-pace/district' },
    ],
  })
  const { statusIndex: _index, ...calledOff } = { ...waiting, state: 'revoked' as const }
  expect(BadgeRecord.unique('n', calledOff)).toEqual([])
  expect(BadgeRecord.unique('b', signed)).toContain('badge of c')
})
