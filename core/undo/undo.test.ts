import { expect, test } from 'vitest'
import { aClaim, anEvidence, aReadyDraft } from '../../test/builders/claim.ts'
import { aContext } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { ClaimRecord, DraftRecord } from '../claim/record.ts'
import { commands } from '../commands.ts'
import { EvidenceRecord } from '../evidence/record.ts'
import type { AnyCommand } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { DistrictRecord, districtId } from '../person/district.ts'
import { ActivityRecord, GoalRecord } from '../plan/record.ts'
import { ReviewRecord } from '../review/record.ts'
import type { Step } from './back.ts'
import { holdMs } from './hold.ts'
import { backFrom, hasInverse } from './inverses.ts'

type State = Readonly<Record<string, Rec<object>>>

const evidence = aRec(EvidenceRecord, 'e', anEvidence({ goals: { g: true } }))
const goal = aRec(GoalRecord, 'g', {
  owner: 'maya',
  layer: 'personal',
  title: 'Ask better questions',
  why: '',
  competencies: { k: true },
  serves: {},
  nowLevel: 'P1',
  state: 'open',
  addedAt: 1,
})
const activity = aRec(ActivityRecord, 'a', {
  owner: 'maya',
  goal: 'g',
  title: 'Watch a lesson',
  due: '2026-12-01',
  dropped: false,
  addedAt: 1,
})
const claim = aRec(ClaimRecord, 'c', aClaim())
const draft = aRec(DraftRecord, 'c', aReadyDraft())
const micro = aRec(MicroCredentialRecord, 'mc', aMicroCredential())
const review = aRec(
  ReviewRecord,
  'r',
  aReview({ criteria: ['c1'], levels: { c1: 1 }, anchors: { 'c1/m': { place: 'photo' } } }),
)

const byName: ReadonlyMap<string, AnyCommand> = new Map<string, AnyCommand>(
  Object.entries(commands),
)

/** What a command makes of the records it loads, as a store would write it. */
function after(state: State, name: string, input: unknown): State {
  const decision = byName.get(name)?.decide(state, input, aContext())
  if (decision === undefined || !('changes' in decision)) throw new Error(JSON.stringify(decision))
  const now = structuredClone(state)
  for (const change of decision.changes)
    for (const rec of Object.values(now))
      if (change.do === 'patch' && change.key === `${rec.kind}/${rec.id}`) set(rec.body, change.set)
  return now
}

function set(body: Readonly<Record<string, unknown>> | object, fields: object): void {
  for (const [path, value] of Object.entries(fields)) {
    const [field = '', ...rest] = path.split('.')
    const entry: unknown = Reflect.get(body, field)
    const isMap = rest.length > 0 && typeof entry === 'object' && entry !== null
    const on = isMap ? entry : body
    const at = isMap ? rest.join('.') : field
    if (value === undefined) Reflect.deleteProperty(on, at)
    else Reflect.set(on, at, value)
  }
}

const id = (name: string) => `${name}-1`

const district = aRec(DistrictRecord, districtId, {
  name: 'Alder',
  timeZone: 'America/Chicago',
  holidays: [{ day: '2026-11-26', name: 'Thanksgiving' }],
})

test.each<[did: string, name: string, input: object, state: State]>([
  [
    'daysAdded',
    'district.change-holidays',
    {
      add: [
        { day: '2026-11-26', name: 'Thanksgiving Day' },
        { day: '2026-11-27', name: '' },
      ],
      remove: [],
    },
    { district },
  ],
  ['daysRemoved', 'district.change-holidays', { add: [], remove: ['2026-11-26'] }, { district }],
  ['districtDescribed', 'district.describe', { name: 'Elm', timeZone: 'UTC' }, { district }],
  ['trashed', 'evidence.trash', { evidence: 'e', on: true }, { evidence }],
  [
    'described',
    'evidence.describe',
    { evidence: 'e', set: { shown: 'students', released: true } },
    { evidence },
  ],
  ['linked', 'evidence.link', { evidence: 'e', to: 'goals', id: 'h', on: true }, { evidence }],
  ['unlinked', 'evidence.link', { evidence: 'e', to: 'goals', id: 'g', on: false }, { evidence }],
  [
    'goalChanged',
    'goal.change',
    { goal: 'g', set: { nowLevel: 'P2', aimLevel: 'P3', due: '2027-01-01' } },
    { goal },
  ],
  ['unlinked', 'goal.link', { goal: 'g', to: 'competencies', id: 'k', on: false }, { goal }],
  [
    'activityDone',
    'activity.change',
    { activity: 'a', set: { doneOn: '2026-11-24' } },
    { activity },
  ],
  ['activityChanged', 'activity.change', { activity: 'a', set: { due: null } }, { activity }],
  ['activityDropped', 'activity.change', { activity: 'a', set: { dropped: true } }, { activity }],
  [
    'slotFilled',
    'claim.fill',
    { claim: 'c', slot: 'work', evidence: 'film', place: 2 },
    { claim, draft, micro },
  ],
  [
    'moved',
    'claim.fill',
    { claim: 'c', slot: 'work', evidence: 'photo', place: 4 },
    { claim, draft, micro },
  ],
  [
    'slotEmptied',
    'claim.fill',
    { claim: 'c', slot: 'work', evidence: 'photo', place: null },
    { claim, draft, micro },
  ],
  ['wordTaken', 'claim.attest', { claim: 'c', set: { ready: false } }, { claim, draft }],
  [
    'rated',
    'review.rate',
    { review: 'r', criterion: 'c1', rank: 2, activeMs: 0 },
    { review, micro },
  ],
  [
    'unpointed',
    'review.anchor',
    { review: 'r', criterion: 'c1', mark: 'm', anchor: null },
    { review },
  ],
  [
    'pointed',
    'review.anchor',
    { review: 'r', criterion: 'c1', mark: 'n', anchor: { place: 'photo', page: 3 } },
    { review },
  ],
  [
    'masked',
    'review.mask',
    { review: 'r', mark: 'n', anchor: { place: 'photo' } },
    { review, claim: aRec(ClaimRecord, 'c', aClaim({ masks: {} })) },
  ],
])(
  '%s by %s: the way back leaves the record as it was, and the way back from there leads on',
  (did, name, input, before) => {
    const back = backFrom(name, before, input, id)
    expect(back?.did).toBe(did)
    const done = after(before, name, input)
    expect(done).not.toEqual(before)
    const step = back?.step ?? { name: '', input: {} }
    // The way back is itself a command that the rules take.
    expect(byName.get(step.name)?.input.safeParse(step.input)).toMatchObject({ success: true })
    expect(after(done, step.name, step.input)).toEqual(before)
    const on = backFrom(step.name, done, step.input, id)?.step
    expect(after(before, on?.name ?? '', on?.input)).toEqual(done)
  },
)

/** What a command comes to on these records: they as it leaves them, or the code of its refusal. */
function decided(state: State, { name, input }: Pick<Step, 'name' | 'input'>): State | string {
  const decision = byName.get(name)?.decide(state, input, aContext())
  if (decision !== undefined && 'refusal' in decision) return decision.refusal.code
  return after(state, name, input)
}

type Asked = readonly [name: string, input: object]

test.each<[what: string, state: State, here: Asked, there: Asked]>([
  [
    'a date',
    { goal },
    ['goal.change', { goal: 'g', set: { due: '2026-12-10' } }],
    ['goal.change', { goal: 'g', set: { due: '2027-03-15' } }],
  ],
  [
    'an activity',
    { activity },
    ['activity.change', { activity: 'a', set: { doneOn: '2026-11-24' } }],
    ['activity.change', { activity: 'a', set: { doneOn: '2026-11-20' } }],
  ],
  [
    'who is shown',
    { evidence },
    ['evidence.describe', { evidence: 'e', set: { shown: 'students' } }],
    ['evidence.describe', { evidence: 'e', set: { shown: 'adults' } }],
  ],
  [
    'a place in a slot',
    { claim, draft, micro },
    ['claim.fill', { claim: 'c', slot: 'work', evidence: 'photo', place: 4 }],
    ['claim.fill', { claim: 'c', slot: 'work', evidence: 'photo', place: 7 }],
  ],
  [
    'a sentence about AI',
    { claim, draft },
    ['claim.attest', { claim: 'c', set: { aiUse: 'For spelling.' } }],
    ['claim.attest', { claim: 'c', set: { aiUse: 'For spelling and titles.' } }],
  ],
  [
    'a level',
    { review, micro },
    ['review.rate', { review: 'r', criterion: 'c1', rank: 2, activeMs: 0 }],
    ['review.rate', { review: 'r', criterion: 'c1', rank: 0, activeMs: 0 }],
  ],
  [
    'a level that is taken away',
    { review, micro },
    ['review.rate', { review: 'r', criterion: 'c1', rank: 2, activeMs: 0 }],
    ['review.rate', { review: 'r', criterion: 'c1', rank: null, activeMs: 0 }],
  ],
  [
    'a place that is pointed at',
    { review },
    ['review.anchor', { review: 'r', criterion: 'c1', mark: 'm', anchor: null }],
    ['review.anchor', { review: 'r', criterion: 'c1', mark: 'm', anchor: { place: 'film' } }],
  ],
])(
  '%s that was changed again since stays: undoing the older change is refused, and what is there is kept',
  (_what, before, [name, input], [later, changed]) => {
    const back = backFrom(name, before, input, id)
    if (back === undefined) throw new Error(`no way back from ${name}`)
    const here = after(before, name, input)
    const there = after(here, later, changed)
    expect(there).not.toEqual(here)
    expect(decided(there, back.step)).toBe('changed_since')
    // Without the other change the same way leads back.
    expect(decided(here, back.step)).toEqual(before)
  },
)

test.each<[what: string, state: State, add: Asked, later: Asked]>([
  [
    'a goal',
    { goal: aRec(GoalRecord, 'goal-1', goal.body) },
    ['goal.add', {}],
    ['goal.change', { goal: 'goal-1', set: { state: 'reached' } }],
  ],
  [
    'a reading',
    { review: aRec(ReviewRecord, 'review-1', aReview({ levels: {} })), micro },
    ['review.take', {}],
    ['review.rate', { review: 'review-1', criterion: 'c1', rank: 1, activeMs: 0 }],
  ],
])(
  '%s that was gone on with since is not put away by undoing how it began',
  (_what, begun, [add, input], [later, changed]) => {
    const step = backFrom(add, {}, input, id)?.step
    if (step === undefined) throw new Error(`no way back from ${add}`)
    expect(decided(after(begun, later, changed), step)).toBe('changed_since')
    expect(decided(begun, step)).not.toBeTypeOf('string')
  },
)

test('of several fields, only those that nobody changed since are undone, and it is told', () => {
  const input = { goal: 'g', set: { nowLevel: 'P2', due: '2026-12-10' } }
  const back = backFrom('goal.change', { goal }, input, id)
  const since = { goal: 'g', set: { due: '2027-03-15' } }
  const there = after(after({ goal }, 'goal.change', input), 'goal.change', since)
  const step = back?.step ?? { name: '', input: {} }
  expect(after(there, step.name, step.input)['goal']?.body).toMatchObject({
    nowLevel: 'P1',
    due: '2027-03-15',
  })
  expect(back?.isPart).toBeUndefined()
  expect(backFrom(step.name, there, step.input, id)).toMatchObject({
    isPart: true,
    step: { input: { set: { nowLevel: 'P2' }, expects: { nowLevel: 'P1' } } },
  })
})

test('a link that was untied elsewhere stays untied', () => {
  const tie = { evidence: 'e', to: 'goals', id: 'h', on: true }
  const step = backFrom('evidence.link', { evidence }, tie, id)?.step
  if (step === undefined) throw new Error('no way back')
  const there = after(after({ evidence }, 'evidence.link', tie), 'evidence.link', {
    ...tie,
    on: false,
  })
  expect(decided(there, step)).toEqual(there)
})

test.each<[name: string, input: object, state: State]>([
  ['evidence.trash', { evidence: 'e', on: false }, { evidence }],
  ['evidence.describe', { evidence: 'e', set: { shown: 'nobody' } }, { evidence }],
  ['evidence.link', { evidence: 'e', to: 'goals', id: 'g', on: true }, { evidence }],
  ['goal.change', { goal: 'g', set: { state: 'open' } }, { goal }],
  ['claim.fill', { claim: 'c', slot: 'work', evidence: 'photo', place: 1 }, { claim, draft }],
  ['review.rate', { review: 'r', criterion: 'c1', rank: 1, activeMs: 9 }, { review }],
])('%s that changes nothing has nothing to undo', (name, input, state) => {
  expect(backFrom(name, state, input, id)).toBeUndefined()
})

test('what was added is put away: it stays in the record', () => {
  expect(backFrom('evidence.keep', {}, {}, id)?.step).toEqual({
    name: 'evidence.trash',
    input: { evidence: 'evidence-1', on: true },
  })
  expect(backFrom('goal.add', {}, {}, id)?.step.input).toMatchObject({ goal: 'goal-1' })
  expect(backFrom('activity.add', {}, {}, id)?.step.input).toMatchObject({ activity: 'activity-1' })
  expect(backFrom('review.take', {}, {}, id)?.step).toEqual({
    name: 'review.give-back',
    input: { review: 'review-1', expects: 'blank' },
  })
})

test('what leaves the house is held, and has no command that undoes it', () => {
  expect(holdMs).toEqual({
    'claim.submit': 10_000,
    'claim.withdraw': 10_000,
    'review.finish': 10_000,
    'badge.approve': 30_000,
    'claim.set-aside': 30_000,
    'badge.revoke': 30_000,
    'badge.suspend': 30_000,
    'badge.resume': 30_000,
    'badge.supersede': 30_000,
    'act.confirm': 30_000,
    'endorsement.give': 30_000,
    'endorsement.take-back': 30_000,
  })
  for (const name of Object.keys(holdMs)) expect(hasInverse(name), name).toBe(false)
})

test('a text has its own undo in its field, and a check-in is never changed', () => {
  for (const name of ['claim.write', 'goal.write', 'evidence.write', 'plan.check-in'])
    expect(hasInverse(name), name).toBe(false)
})
