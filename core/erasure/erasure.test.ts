import { expect, test } from 'vitest'
import { aContext, coach, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { oneOfEach } from '../../test/builders/one-of-each.ts'
import { withCanaries } from '../../test/builders/canaries.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Actor } from '../kit/command.ts'
import type { Person } from '../person/record.ts'
import { PersonRecord } from '../person/record.ts'
import { recordTypes } from '../records.ts'
import { InChargeRecord, inChargeId } from '../person/in-charge.ts'
import { agreeErasure } from './agree.ts'
import { beginErasure } from './begin.ts'
import { callOffErasure } from './call-off.ts'
import { erased, erasePart } from './erase-part.ts'
import { HoldRecord } from '../person/hold.ts'
import type { Erasure } from './record.ts'
import { askedMs, ErasureRecord, erasureWaitMs } from './record.ts'
import { erasureMachine, erasureStates } from './states.ts'
import { mayErase } from './rights.ts'
import { erasureRules, keptWhole, ruleOf } from './rules.ts'

const desmond: Actor = { person: 'desmond', device: 'office', roles: ['administrator'] }
const person = (more: Partial<Person> = {}) =>
  aRec<Person>(PersonRecord, 'lea', { name: 'Lea', place: '', roles: ['educator'], ...more })
const erasure = (more: Partial<Erasure> = {}) =>
  aRec(ErasureRecord, 'lea', {
    ...{ state: 'asked', askedBy: 'desmond', askedAt: tuesday },
    ...more,
  } satisfies Erasure)
const held = (more: object = {}) =>
  aRec(HoldRecord, 'lea', { reason: 'Case 26-114', putBy: 'iris', putAt: 1, ...more })
const asker = aRec<Person>(PersonRecord, 'desmond', {
  ...{ name: 'Desmond', place: '', roles: ['administrator'] },
})
const about = { person: person(), hold: undefined, erasure: erasure(), asker }
const yes = (state: Parameters<typeof agreeErasure.decide>[0], actor = officer, now = tuesday) =>
  agreeErasure.decide(state, { person: 'lea' }, aContext(actor, { now, doneAt: 1 }))

test('every kind of record has one rule of erasing, or a reason why it stays whole', () => {
  const kinds = recordTypes.map(({ kind }) => kind)
  expect(
    [...erasureRules.map(rule => rule.type.kind), ...Object.keys(keptWhole)].toSorted(),
  ).toEqual(kinds.toSorted())
})

test.each(
  oneOfEach
    .filter(({ type }) => ruleOf(type.kind) !== undefined)
    .map(one => [one.what, one] as const),
)(
  'what is left of a %s holds no word of anybody, and is left again the same',
  (_what, { type, rec }) => {
    const rule = ruleOf(type.kind)
    const hers = withCanaries(type, rec, 'Zyrvana', ['title'])
    const [change] = rule === undefined ? [] : erased(hers.rec, rule)
    if (change?.do === 'remove') return
    const rest = rule?.rest(hers.rec.body)
    expect(JSON.stringify(rest)).not.toContain('Zyrvana')
    expect(type.schema.safeParse(rest).success).toBe(true)
    expect(rule?.rest(rest)).toEqual(rest)
  },
)

test('a field that is added to a record later goes, since what stays is named', () => {
  const later = {
    ...oneOfEach.find(({ what }) => what === 'badge signed')?.rec.body,
    nickname: 'Z',
  }
  expect(ruleOf('badge')?.rest(later)).not.toHaveProperty('nickname')
})

test('seven days after the second yes it is due, by the district’s clock, whatever a computer says', () => {
  expect(yes(about)).toMatchObject({
    changes: [{ set: { state: 'agreed', agreedBy: 'iris', dueAt: tuesday + erasureWaitMs } }],
  })
})

test.each<[why: string, state: typeof about | object, actor: Actor, now: number, code: string]>([
  ['who asked', about, desmond, tuesday, 'erasure_same'],
  ['who asked, elsewhere', about, { ...desmond, device: 'x' }, tuesday, 'erasure_same'],
  ['whose record it is', about, { ...officer, person: 'lea' }, tuesday, 'erasure_own'],
  ['after seven days', about, officer, tuesday + askedMs, 'erasure_ended'],
  ['under a hold', { ...about, hold: held() }, officer, tuesday, 'erasure_held'],
  [
    'who coaches',
    { ...about, person: person({ roles: ['coach'] }) },
    officer,
    tuesday,
    'erasure_role',
  ],
  [
    'who asked was sent away',
    { ...about, asker: { ...asker, body: { ...asker.body, roles: ['educator'] } } },
    officer,
    tuesday,
    'erasure_asker',
  ],
  ['who asked is gone', { ...about, asker: undefined }, officer, tuesday, 'erasure_asker'],
  [
    'where nobody asked',
    { ...about, erasure: erasure({ state: 'counted' }) },
    officer,
    tuesday,
    'erasure_state',
  ],
])('no yes: %s', (_why, state, actor, now, code) => {
  expect(yes({ ...about, ...state }, actor, now)).toMatchObject({ refusal: { code } })
})

test('a hold that was lifted is none', () => {
  const hold = held({ liftedBy: 'iris', liftedAt: 2 })
  expect(yes({ ...about, hold })).toHaveProperty('changes')
})

test('until it is done one person is enough to call it off; then nobody is', () => {
  for (const state of erasureStates) {
    const came = callOffErasure.decide(
      { erasure: erasure({ state }), person: person() },
      { person: 'lea' },
      aContext(desmond),
    )
    const isOver = state === 'erased' || state === 'called_off'
    expect([state, 'refusal' in came]).toEqual([state, isOver])
  }
  expect(erasureMachine.erased).toEqual({})
})

test('once the directory has let the person go, nobody keeps the other half of the record by calling it off', () => {
  const begun = { erasure: erasure({ state: 'agreed', dueAt: 5 }), person: undefined }
  expect(callOffErasure.decide(begun, { person: 'lea' }, aContext(desmond))).toMatchObject({
    refusal: { code: 'erasure_begun' },
  })
})

test('begun again, nothing of the earlier yes counts', () => {
  const before = erasure({ state: 'called_off', agreedBy: 'iris', dueAt: 5 })
  expect(
    beginErasure.decide(
      { ...about, erasure: before },
      { person: 'lea', ground: 'wish' },
      aContext(desmond),
    ),
  ).toMatchObject({
    changes: [{ set: { state: 'counting', agreedBy: undefined, dueAt: undefined } }],
  })
})

test('the district erases only what two agreed to, only in time, and only what is the person’s', () => {
  const records = oneOfEach.filter(({ type }) => type.kind === 'goal').map(({ rec }) => rec)
  const part = (more: Partial<Erasure>, now: number, of = 'maya') =>
    erasePart.decide(
      {
        ...{
          erasure: erasure({ state: 'agreed', agreedBy: 'iris', dueAt: 100, ...more }),
          records,
        },
        ...{ person: undefined, hold: undefined, inCharge: undefined },
      },
      { person: of, kind: 'goal', ids: ['g', 'g-shown'] },
      aContext(system, { now }),
    )
  expect(part({}, 99)).toHaveProperty('refusal')
  expect(part({ state: 'asked' }, 100)).toHaveProperty('refusal')
  expect(part({ state: 'called_off' }, 100)).toHaveProperty('refusal')
  expect(part({}, 100, 'someone')).toEqual({ changes: [] })
  expect(part({}, 100)).toMatchObject({
    changes: [
      { do: 'remove', key: 'goal/g' },
      { do: 'patch', key: 'goal/g-shown', set: { why: '' } },
    ],
  })
})

test('a hold or a role of the last moment stops it before anything went; of an older copy that came back neither does', () => {
  const part = (state: object, more: Partial<Erasure> = {}) =>
    erasePart.decide(
      {
        ...{ erasure: erasure({ state: 'agreed', agreedBy: 'iris', dueAt: 100, ...more }) },
        ...{ records: [person()], person: person(), hold: undefined, inCharge: undefined },
        ...state,
      },
      { person: 'lea', kind: 'person', ids: ['lea'] },
      aContext(system, { now: 100 }),
    )
  expect(part({})).toMatchObject({ changes: [{ do: 'remove', key: 'person/lea' }] })
  expect(part({ hold: held() })).toMatchObject({ refusal: { code: 'erasure_held' } })
  const officerNow = { person: person({ roles: ['officer'] }) }
  expect(part(officerNow)).toMatchObject({ refusal: { code: 'erasure_role' } })
  expect(part({ hold: held() }, { isReplayed: true })).toHaveProperty('changes')
  // Who is gone is asked for no second yes.
  const inCharge = aRec(InChargeRecord, inChargeId, {
    ...{ administrators: ['desmond', 'lea'], officers: ['lea'] },
  })
  expect(part({ ...officerNow, inCharge }, { isReplayed: true })).toMatchObject({
    changes: [{ do: 'remove' }, { set: { administrators: ['desmond'], officers: [] } }],
  })
})

test('neither a coach nor an educator, nor who holds a role in a school alone, has a part in it', () => {
  const local: Actor = { ...teacher, grants: [{ role: 'administrator', within: 'linden' }] }
  expect([officer, desmond].map(mayErase)).toEqual([true, true])
  expect([coach, teacher, local].map(mayErase)).toEqual([false, false, false])
})
