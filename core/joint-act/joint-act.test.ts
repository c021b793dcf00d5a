import { expect, test } from 'vitest'
import { aContext, coach, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Badge } from '../badge/record.ts'
import { BadgeRecord } from '../badge/record.ts'
import type { Actor } from '../kit/command.ts'
import { confirmAct } from './confirm.ts'
import { declineAct } from './decline.ts'
import { finishAct } from './finish.ts'
import { proposeAct } from './propose.ts'
import type { JointAct } from './record.ts'
import { isOpen, jointActMachine, jointActMs, JointActRecord, jointActStates } from './record.ts'
import { revokeJointly } from './revoke-jointly.ts'

const badge = (id: string, more: Partial<Badge> = {}) =>
  aRec(BadgeRecord, id, {
    claim: `c-${id}`,
    owner: 'maya',
    microCredential: 'mc',
    title: 'Questions',
    attempt: 1,
    manifestSha256: 'b'.repeat(64),
    state: 'signed',
    approvedBy: 'iris',
    approvedAt: 1,
    signedAt: 2,
    ...more,
  } satisfies Badge)
const proposal: JointAct = {
  what: 'revoke',
  badges: ['b1', 'b2'],
  plan: { badges: 2, people: 1 },
  reason: 'Issued by mistake',
  state: 'proposed',
  proposedBy: 'iris',
  proposedAt: tuesday,
}
const act = (more: Partial<JointAct> = {}) => aRec(JointActRecord, 'a', { ...proposal, ...more })
const noor: Actor = { person: 'noor', device: 'second', roles: ['officer'] }
/** The same person at another computer. */
const irisElsewhere: Actor = { ...officer, device: 'at-home' }
const badges = [badge('b1'), badge('b2')]

test('a proposal counts what it is about, and does nothing to it', () => {
  const state = { badges: [badge('b1'), badge('b2', { owner: 'lucia' }), badge('b3')] }
  const input = { badges: ['b1', 'b2', 'b3'], reason: ' Issued by mistake ' }
  expect(proposeAct.decide(state, input, aContext(officer))).toMatchObject({
    changes: [
      {
        do: 'create',
        key: 'joint-act/act-1',
        body: {
          plan: { badges: 3, people: 2 },
          reason: 'Issued by mistake',
          state: 'proposed',
          proposedBy: 'iris',
          proposedAt: tuesday,
        },
      },
    ],
  })
})

test.each<
  [what: string, badges: readonly ReturnType<typeof badge>[], reason: string, code: string]
>([
  ['of nothing', [], 'x', 'act_empty'],
  ['without a reason', badges, ' ', 'reason_missing'],
  ['about a badge of one’s own', [badge('b1', { owner: 'iris' })], 'x', 'badge_own'],
  ['about what is revoked already', [badge('b1', { state: 'revoked' })], 'x', 'badge_state'],
])('nobody makes a proposal %s', (_what, about, reason, code) => {
  const input = { badges: about.map(({ id }) => id), reason }
  expect(proposeAct.decide({ badges: about }, input, aContext(officer))).toMatchObject({
    refusal: { code },
  })
})

test('the second officer is another person, not another computer', () => {
  const state = { act: act(), badges }
  const own = { refusal: { code: 'act_own' } }
  expect(confirmAct.decide(state, { act: 'a' }, aContext(officer))).toMatchObject(own)
  expect(confirmAct.decide(state, { act: 'a' }, aContext(irisElsewhere))).toMatchObject(own)
  expect(confirmAct.decide(state, { act: 'a' }, aContext(noor))).toMatchObject({
    changes: [{ key: 'joint-act/a', set: { state: 'confirmed', decidedBy: 'noor' } }],
  })
})

test('whose badge is among them does not confirm it', () => {
  const state = { act: act(), badges: [badge('b1', { owner: 'noor' })] }
  expect(confirmAct.decide(state, { act: 'a' }, aContext(noor))).toMatchObject({
    refusal: { code: 'badge_own' },
  })
})

test('a proposal ends after seven days by the district’s clock, whatever a computer says', () => {
  const late = tuesday + jointActMs
  const state = { act: act(), badges }
  const by = (now: number, doneAt: number) =>
    confirmAct.decide(state, { act: 'a' }, aContext(noor, { now, doneAt }))
  expect(by(late - 1, late - 1)).toHaveProperty('changes')
  expect(by(late, tuesday)).toMatchObject({ refusal: { code: 'act_ended', facts: { at: late } } })
  expect([isOpen(proposal, late - 1), isOpen(proposal, late)]).toEqual([true, false])
})

test('who proposed it takes it back; another declines it, and says why', () => {
  expect(declineAct.decide({ act: act() }, { act: 'a', why: '' }, aContext(officer))).toMatchObject(
    {
      changes: [{ set: { state: 'withdrawn', decidedBy: 'iris' } }],
    },
  )
  expect(
    declineAct.decide({ act: act() }, { act: 'a', why: ' Not these ' }, aContext(noor)),
  ).toMatchObject({
    changes: [{ set: { state: 'declined', decidedBy: 'noor', declined: 'Not these' } }],
  })
})

test.each(jointActStates.filter(state => state !== 'proposed'))(
  'what is %s is neither confirmed nor declined',
  state => {
    const refused = { refusal: { code: 'act_state', facts: { state } } }
    const there = act({ state, decidedBy: 'noor' })
    expect(confirmAct.decide({ act: there, badges }, { act: 'a' }, aContext(noor))).toEqual(refused)
    expect(declineAct.decide({ act: there }, { act: 'a', why: '' }, aContext(noor))).toEqual(
      refused,
    )
  },
)

test('nothing leads out of what is done, declined or taken back', () => {
  for (const state of ['done', 'declined', 'withdrawn'] as const)
    expect(jointActMachine[state]).toEqual({})
})

test('the district revokes what was confirmed, in the name of both, and nothing else', () => {
  const confirmed = act({ state: 'confirmed', decidedBy: 'noor' })
  const context = aContext(system)
  const revoke = (id: string, about = confirmed) =>
    revokeJointly.decide(
      { act: about, badge: badge(id), replaced: [] },
      { act: 'a', badge: id },
      context,
    )
  expect(revoke('b1')).toMatchObject({
    changes: [
      {
        key: 'badge/b1',
        set: {
          state: 'revoked',
          revokedBy: 'iris',
          revokedWith: 'noor',
          revokedReason: proposal.reason,
        },
      },
    ],
  })
  const refused = { refusal: { code: 'act_state' } }
  expect(revoke('another')).toMatchObject(refused)
  expect(revoke('b1', act())).toMatchObject(refused)
  expect(revoke('b1', act({ state: 'done', decidedBy: 'noor' }))).toMatchObject(refused)
  const input = { act: 'a', badge: 'b1' }
  for (const actor of [officer, noor, coach, teacher])
    expect(
      revokeJointly.right(actor, { act: confirmed, badge: badge('b1'), replaced: [] }, input),
    ).toBe(false)
  expect(
    finishAct.decide({ act: confirmed }, { act: 'a', done: 2, left: 0 }, context),
  ).toMatchObject({ changes: [{ set: { state: 'done', came: { done: 2, left: 0 } } }] })
  expect(finishAct.decide({ act: act() }, { act: 'a', done: 2, left: 0 }, context)).toMatchObject(
    refused,
  )
})
