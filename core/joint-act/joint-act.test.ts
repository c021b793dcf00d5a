import { expect, test } from 'vitest'
import { aContext, coach, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Badge } from '../badge/record.ts'
import { BadgeRecord } from '../badge/record.ts'
import type { Actor } from '../kit/command.ts'
import type { Person } from '../person/record.ts'
import { PersonRecord } from '../person/record.ts'
import { agreeKeyChange } from './agree-key-change.ts'
import { askKeyChange } from './ask-key-change.ts'
import { confirmAct } from './confirm.ts'
import { declineAct } from './decline.ts'
import { finishAct } from './finish.ts'
import { agreedMs, isLive, KeyChangeRecord } from './key-change.ts'
import type { KeyChange } from './key-change.ts'
import { noteKeyChange } from './note-key-change.ts'
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
const iris = (more: Partial<Person> = {}) =>
  aRec<Person>(PersonRecord, 'iris', { name: 'Iris', place: '', roles: ['officer'], ...more })
type Confirming = Parameters<typeof confirmAct.decide>[0]
const confirming = (more: Partial<Confirming> = {}): Confirming => ({
  ...{ act: act(), badges, asker: iris() },
  ...more,
})

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
  const state = confirming()
  const own = { refusal: { code: 'act_own' } }
  expect(confirmAct.decide(state, { act: 'a' }, aContext(officer))).toMatchObject(own)
  expect(confirmAct.decide(state, { act: 'a' }, aContext(irisElsewhere))).toMatchObject(own)
  expect(confirmAct.decide(state, { act: 'a' }, aContext(noor))).toMatchObject({
    changes: [{ key: 'joint-act/a', set: { state: 'confirmed', decidedBy: 'noor' } }],
  })
})

test('a computer that who proposed it let in lately agrees with anybody but them', () => {
  const until = tuesday + 1_000
  const by = (person: string, now: number) =>
    confirmAct.decide(
      confirming(),
      { act: 'a' },
      aContext({ ...noor, letInBy: { person, until } }, { now }),
    )
  expect(by('iris', until - 1)).toMatchObject({
    refusal: { code: 'yes_too_young', facts: { at: until } },
  })
  expect(by('iris', until)).toHaveProperty('changes')
  expect(by('desmond', until - 1)).toHaveProperty('changes')
})

test('whose badge is among them does not confirm it', () => {
  const state = confirming({ badges: [badge('b1', { owner: 'noor' })] })
  expect(confirmAct.decide(state, { act: 'a' }, aContext(noor))).toMatchObject({
    refusal: { code: 'badge_own' },
  })
})

test('what somebody proposed who is no officer of the district any more is not confirmed, and another calls it off', () => {
  const inLinden = [{ role: 'officer' as const, within: 'linden' }]
  for (const asker of [
    undefined,
    iris({ roles: ['educator', 'coach', 'administrator'] }),
    iris({ roles: [], grants: inLinden }),
  ])
    expect(confirmAct.decide(confirming({ asker }), { act: 'a' }, aContext(noor))).toMatchObject({
      refusal: { code: 'act_asker' },
    })
  const calledOff = declineAct.decide({ act: act() }, { act: 'a', why: '' }, aContext(noor))
  expect(calledOff).toMatchObject({ changes: [{ set: { state: 'declined' } }] })
})

test('a proposal ends after seven days by the district’s clock, whatever a computer says', () => {
  const late = tuesday + jointActMs
  const state = confirming()
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
    expect(confirmAct.decide(confirming({ act: there }), { act: 'a' }, aContext(noor))).toEqual(
      refused,
    )
    expect(declineAct.decide({ act: there }, { act: 'a', why: '' }, aContext(noor))).toEqual(
      refused,
    )
  },
)

const { proposedBy, proposedAt } = proposal
const asking = (more: Partial<KeyChange> = {}) =>
  aRec(KeyChangeRecord, 'k', {
    ...{ what: 'rotate', reason: 'Once a year.', state: 'proposed', proposedBy, proposedAt },
    ...more,
  } satisfies KeyChange)
const administrator: Actor = { person: 'ada', device: 'hers', roles: ['administrator'] }

test.each<[what: string, input: Parameters<typeof askKeyChange.decide>[1], code: string]>([
  ['without a reason', { what: 'rotate', reason: ' ' }, 'key_reason_missing'],
  ['of no key', { what: 'compromise', reason: 'x', from: 1 }, 'bad_input'],
  ['since no time', { what: 'compromise', reason: 'x', key: 'key-1' }, 'bad_input'],
  [
    'since a time that is still to come',
    { what: 'compromise', reason: 'x', key: 'key-1', from: tuesday + 1 },
    'bad_input',
  ],
])('nobody asks for a change of keys %s', (_what, input, code) => {
  expect(askKeyChange.decide({}, input, aContext(officer))).toMatchObject({ refusal: { code } })
})

test('an administrator agrees to a change of keys that an officer asked for; nobody to their own, nor after a week', () => {
  const asker = iris()
  const agree = (actor: Actor, more: object = {}, by: typeof asker | undefined = asker) =>
    agreeKeyChange.decide({ change: asking(), asker: by }, { change: 'k' }, aContext(actor, more))
  expect(agree(administrator)).toMatchObject({
    changes: [{ set: { state: 'confirmed', decidedBy: 'ada' } }],
  })
  for (const same of [officer, irisElsewhere])
    expect(agree(same)).toMatchObject({ refusal: { code: 'key_change_own' } })
  const late = tuesday + jointActMs
  expect(agree(administrator, { now: late })).toMatchObject({ refusal: { code: 'act_ended' } })
  // An account that was taken over does not outlive its roles.
  const sentAway = { ...asker, body: { ...asker.body, roles: ['educator' as const] } }
  expect(agree(administrator, {}, sentAway)).toMatchObject({
    refusal: { code: 'key_change_asker' },
  })
  for (const other of [coach, teacher])
    expect(agreeKeyChange.right(other, { change: asking(), asker }, { change: 'k' })).toBe(false)
})

test('what was agreed to may be carried out for a week, and only that', () => {
  const agreed = asking({ state: 'confirmed', decidedBy: 'ada', decidedAt: tuesday }).body
  expect([isLive(agreed, tuesday), isLive(agreed, tuesday + agreedMs)]).toEqual([true, false])
  expect(isLive({ ...agreed, state: 'declined' }, tuesday)).toBe(false)
})

test('what was done to the keys is entered once: as agreed, or as done by one alone', () => {
  const note = (change: ReturnType<typeof asking> | undefined, id?: string) =>
    noteKeyChange.decide(
      { known: change === undefined ? [] : [change] },
      { what: 'rotate', reason: 'x', at: 5, ...(id === undefined ? {} : { change: id }) },
      aContext(system),
    )
  expect(note(asking({ state: 'confirmed' }), 'k')).toMatchObject({
    changes: [{ key: 'key-change/k', set: { state: 'done', doneAt: 5 } }],
  })
  expect(note(asking({ state: 'done' }), 'k')).toEqual({ changes: [] })
  const alone = { do: 'create', body: { isAlone: true, proposedBy: 'operator', state: 'done' } }
  expect(note(undefined)).toMatchObject({ changes: [alone] })
  // A copy of the record that came back knows nothing of what two had agreed to.
  expect(note(undefined, 'k')).not.toMatchObject({ changes: [alone] })
})

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
