import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import type { Attempt, Claim, Draft } from '../../core/claim/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Activity, Goal } from '../../core/plan/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row, Sight } from '../../contract/device/row.ts'
import { linesAwake } from './not-today.ts'
import { todayFacts } from './today-facts.ts'
import { linesMax, shownLines, todayLead, todayLines } from './today-lines.ts'

const holding = { roles: ['educator'] } as const
const calendar = { timeZone: 'UTC', holidays: [{ day: '2026-11-26', name: 'Thanksgiving' }] }
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const now = at('2026-11-24')

const row = <B>(id: string, body: B, sight: Sight = 'record'): Row<B> => ({ id, body, sight })

const nothing: QueryRows<'today'> = {
  claims: [],
  drafts: [],
  micros: [],
  claimEvidence: [],
  goals: [],
  activities: [],
  checkIns: [],
  readings: [],
  pool: [],
  toIssue: [],
  acts: [],
  keyChanges: [],
  roleRequests: [],
  erasures: [],
  passwordSet: undefined,
  badges: [],
  unsure: [],
  refused: [],
  computers: [],
  people: [
    row('me', { name: 'Maya', place: '', roles: ['educator'] }),
    row('jonah', { name: 'Jonah', place: '', roles: ['coach'] }),
  ],
}

const factsOf = (rows: Partial<QueryRows<'today'>>, readingClaims: readonly Row<Claim>[] = []) =>
  todayFacts({
    rows: { ...nothing, ...rows },
    readingClaims,
    person: 'me',
    holding,
    calendar,
    nowMs: now,
  })
const linesOf = (rows: Partial<QueryRows<'today'>>, readingClaims: readonly Row<Claim>[] = []) =>
  todayLines(factsOf(rows, readingClaims)).filter(line => !line.key.startsWith('first '))

const attempt = (set: Partial<Attempt> = {}): Attempt => ({
  n: 1,
  submittedAt: at('2026-11-19'),
  manifest: '{}',
  manifestSha256: 'a'.repeat(64),
  signed: { device: 'd', publicKey: '0'.repeat(64), signature: '0'.repeat(128) },
  answers: {},
  items: [],
  attestations: { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' },
  note: '',
  precheckBy: '2026-11-20',
  answerBy: '2026-12-01',
  ...set,
})
const outcome = (decision: 'earned' | 'not_yet', criteria: Record<string, boolean>) => ({
  decision,
  criteria: Object.fromEntries(
    Object.entries(criteria).map(([id, met]) => [
      id,
      { rank: met ? 3 : 1, met, comment: '', anchors: [], attempt: 1 },
    ]),
  ),
  decidedAt: at('2026-11-20'),
  review: 'r1',
  reader: 'jonah',
})
const claim = (id: string, set: Partial<Claim>, sight: Sight = 'record') =>
  row<Claim>(
    id,
    {
      owner: 'me',
      microCredential: 'micro',
      code: 'talk',
      title: `Claim ${id}`,
      state: 'draft',
      attempts: [],
      readers: [],
      startedAt: 0,
      changedAt: 0,
      ...set,
    },
    sight,
  )

const part = (id: string, title: string): MicroCredential['parts'][number] => ({
  id,
  kind: 'overview',
  title,
  prompts: [{ id: `${id}-p`, text: 'Why?', minWords: 2, maxWords: 9, hard: true }],
  slots: [],
  criteria: [
    {
      id: `${id}-c`,
      text: 'Is it so?',
      levels: [
        { code: '1', rank: 1, name: 'No', descriptor: 'No' },
        { code: '3', rank: 3, name: 'Yes', descriptor: 'Yes' },
      ],
      passRank: 3,
    },
  ],
})
const micro = row<MicroCredential>('micro', {
  code: 'talk',
  version: 1,
  status: 'approved',
  language: 'en',
  title: 'Talk moves',
  competency: 'c',
  summary: 's',
  keyMethod: 'k',
  methodComponents: [{ id: 'm', name: 'n', text: 't' }],
  research: [],
  resources: [],
  roles: [],
  gradeBands: [],
  estimatedHours: { p25: 1, p50: 2, p75: 3 },
  licence: 'CC BY 4.0',
  author: 'us',
  alignments: [],
  parts: [part('one', 'Part 1'), part('two', 'Part 2')],
  passRule: 'every-criterion',
  attempts: { most: null, supportAfter: 3 },
  turnaround: { precheckWorkingDays: 1, scoreWorkingDays: 5 },
  raters: { n: 1, blind: false },
  validity: { months: null },
  credit: [],
})
const draft = (id: string, set: Partial<Draft> = {}) =>
  row<Draft>(id, {
    owner: 'me',
    answers: { 'one-p': 'two words', 'two-p': 'two words' },
    filled: {},
    attestations: { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' },
    note: '',
    days: {},
    ...set,
  })
const goal = (id: string, set: Partial<Goal> = {}) =>
  row<Goal>(id, {
    owner: 'me',
    layer: 'personal',
    title: `Goal ${id}`,
    why: '',
    competencies: { c1: true },
    serves: {},
    state: 'open',
    addedAt: 0,
    ...set,
  })
const activity = (id: string, set: Partial<Activity>) =>
  row<Activity>(id, { owner: 'me', goal: 'g', title: `Do ${id}`, addedAt: 0, ...set })

test('words that the record did not take stand on Today, to be copied where they belong', () => {
  const refusal = { code: 'not_here' as const, facts: { what: 'claim' } }
  const refused = (input: unknown) => {
    const row = { key: 'k', command: 'claim.write', input, refusal, doneAt: now }
    return linesOf({ refused: [row] })[0]?.about
  }
  expect(refused({ claim: 'c', text: 'An hour of work.' })).toMatchObject({
    typed: ['An hour of work.'],
  })
  expect(refused({ claim: 'c' })).toMatchObject({ typed: [] })
})

test('what the district refused comes first, newest first, and opens the thing it was about', () => {
  const refusal = { code: 'claim_state' as const, facts: { state: 'withdrawn' } }
  const lines = linesOf({
    goals: [goal('g')],
    activities: [activity('a', { due: '2026-11-20' })],
    refused: [
      {
        key: 'k1',
        command: 'claim.submit',
        input: { claim: 'c9' },
        refusal,
        doneAt: at('2026-11-22'),
      },
      {
        key: 'k2',
        command: 'goal.change',
        input: { goal: 'g' },
        refusal,
        doneAt: at('2026-11-23'),
      },
      { key: 'k3', command: 'person.add', input: null, refusal, doneAt: at('2026-11-21') },
    ],
  })
  expect(lines.map(line => line.key)).toEqual([
    ...['refused k2', 'refused k1', 'refused k3', 'activity a'],
  ])
  expect(lines.map(line => line.to).slice(0, 3)).toEqual(['/goals/g', '/claims/c9', '/settings'])
})

test('a draft with nothing left to fix asks to be sent today', () => {
  const [line] = linesOf({ claims: [claim('c', {})], drafts: [draft('c')], micros: [micro] })
  expect(line).toMatchObject({ day: '2026-11-24', about: { what: 'ready', title: 'Claim c' } })
})

test('a draft that is nearly done is for today, one that was just begun takes its time', () => {
  const lines = linesOf({
    claims: [claim('near', {}), claim('begun', {})],
    drafts: [
      draft('near', { answers: { 'one-p': 'two words' } }),
      draft('begun', { answers: {}, attestations: {} }),
    ],
    micros: [micro],
  })
  expect(lines.map(line => [line.key, line.day])).toEqual([
    ['claim near', '2026-11-24'],
    ['claim begun', undefined],
  ])
  expect(lines[0]?.about).toMatchObject({
    what: 'writing',
    toFix: 1,
    first: { code: 'words_missing', prompt: 'two-p' },
  })
})

test('a draft whose micro-credential has not arrived yet says nothing false', () => {
  expect(linesOf({ claims: [claim('c', {})], drafts: [draft('c')] })).toEqual([])
})

test('a claim that came back counts what is to fix, not what is only worth a look', () => {
  const findings = [
    { code: 'file_empty', severity: 'fix' as const, facts: {} },
    { code: 'words_over_guide', severity: 'look' as const, facts: {} },
  ]
  const [line] = linesOf({
    claims: [claim('c', { state: 'incomplete', attempts: [attempt({ findings })] })],
  })
  expect(line?.about).toEqual({ what: 'cameBack', title: 'Claim c', toFix: 1 })
})

test('not yet names the parts to redo, those that stand and the reader', () => {
  const attempts = [attempt({ outcome: outcome('not_yet', { 'one-c': true, 'two-c': false }) })]
  const [line] = linesOf({ claims: [claim('c', { state: 'not_yet', attempts })], micros: [micro] })
  expect(line).toMatchObject({ group: 'needs', day: undefined })
  expect(line?.about).toEqual({
    ...{ what: 'notYet', title: 'Claim c', again: ['Part 2'], stand: ['Part 1'], reader: 'Jonah' },
  })
})

test('a claim sent without a network promises no day', () => {
  const sent = claim('c', { state: 'submitted', attempts: [attempt()] }, 'shown')
  const [line] = linesOf({ claims: [sent] })
  expect(line).toMatchObject({
    group: 'away',
    day: undefined,
    about: { waits: 'network', lateDays: 0 },
  })
})

test('a claim in the record waits for its check, then for a coach, then with the reader, each with its day', () => {
  const with_ = (set: Partial<Claim>) =>
    linesOf({
      claims: [claim('c', { attempts: [attempt({ precheckBy: '2026-11-25' })], ...set })],
    })[0]
  expect(with_({ state: 'submitted' })).toMatchObject({
    day: '2026-11-25',
    about: { waits: 'check' },
  })
  expect(with_({ state: 'in_review' })).toMatchObject({
    day: '2026-12-01',
    about: { waits: 'coach' },
  })
  const reading = with_({ state: 'in_review', readers: ['jonah'] })
  expect(reading?.about).toMatchObject({
    waits: 'reader',
    stations: [
      { stop: 'sent', at: 'done', day: '2026-11-19' },
      { stop: 'checked', at: 'done', day: undefined },
      { stop: 'reading', at: 'here', holder: 'Jonah' },
      { stop: 'answer', at: 'ahead', day: '2026-12-01' },
    ],
  })
})

test('a promise that slipped says how many working days, holidays not counted', () => {
  const attempts = [attempt({ answerBy: '2026-11-20' })]
  const [line] = linesOf({ claims: [claim('c', { state: 'in_review', attempts })] })
  // From Friday to Tuesday: Monday and Tuesday.
  expect(line?.about).toMatchObject({ lateDays: 2, promised: '2026-11-20' })
})

test('an earned claim waits for the office, then for the signature, then it is news', () => {
  const earned = claim('c', {
    state: 'earned',
    attempts: [attempt({ outcome: outcome('earned', { 'one-c': true }) })],
  })
  const badge = (set: Partial<Badge>) =>
    row<Badge>('b', {
      claim: 'c',
      owner: 'me',
      microCredential: 'micro',
      title: 'Talk moves',
      attempt: 1,
      manifestSha256: '',
      state: 'approved',
      approvedBy: 'ruth',
      approvedAt: at('2026-11-21'),
      ...set,
    })
  const of = (badges: readonly Row<Badge>[]) => linesOf({ claims: [earned], badges })[0]
  expect(of([])).toMatchObject({ group: 'away', about: { waits: 'office' } })
  expect(of([badge({})])).toMatchObject({ group: 'away', about: { waits: 'signing' } })
  const signed = of([badge({ state: 'signed', signedAt: at('2026-11-23') })])
  expect(signed).toMatchObject({ group: 'since', day: '2026-11-23', to: '/badges/b' })
  expect(of([badge({ state: 'signed', signedAt: at('2026-11-19') })])).toBeUndefined()
  expect(
    of([badge({ state: 'revoked', revokedAt: at('2026-11-24'), revokedReason: 'Wrong person' })]),
  ).toMatchObject({ about: { what: 'revoked', reason: 'Wrong person' } })
})

test('roles merge by date: readings due, the pool, badges to approve and my own work stand in one list', () => {
  const theirs = claim('theirs', {
    owner: 'x',
    state: 'in_review',
    attempts: [attempt({ answerBy: '2026-11-27' })],
  })
  const later = claim('later', {
    owner: 'x',
    state: 'in_review',
    attempts: [attempt({ answerBy: '2026-12-03' })],
  })
  const sooner = claim('sooner', {
    owner: 'x',
    state: 'in_review',
    attempts: [attempt({ answerBy: '2026-11-30' })],
  })
  const reading = row<Review>('r', {
    ...{ claim: 'theirs', owner: 'me', title: 'Theirs', attempt: 1, round: 1, blind: false },
    ...{ rubricVersion: 'micro', manifestSha256: '', reader: 'me', state: 'reading' as const },
    ...{ criteria: [], levels: {}, comments: {}, anchors: {}, activeMs: 0, takenAt: 0 },
  })
  const lines = linesOf(
    {
      goals: [goal('g')],
      activities: [activity('a', { due: '2026-11-28' })],
      readings: [reading],
      pool: [later, sooner],
      toIssue: [
        claim('e', {
          owner: 'x',
          state: 'earned',
          attempts: [attempt({ outcome: outcome('earned', {}) })],
        }),
      ],
    },
    [theirs],
  )
  expect(lines.map(line => [line.key, line.day])).toEqual([
    ['to issue', '2026-11-24'],
    ['reading r', '2026-11-27'],
    ['activity a', '2026-11-28'],
    ['pool', '2026-11-30'],
  ])
  expect(lines[3]?.about).toMatchObject({ waiting: 2, title: 'Claim sooner' })
})

test('a blind reading never says whose work it is', () => {
  const reading = row<Review>('r', {
    ...{ claim: 'x', owner: 'jonah', title: 'X', attempt: 1, round: 1, blind: true },
    ...{ rubricVersion: 'micro', manifestSha256: '', reader: 'me', state: 'reading' as const },
    ...{ criteria: [], levels: {}, comments: {}, anchors: {}, activeMs: 0, takenAt: 0 },
  })
  expect(linesOf({ readings: [reading] })[0]?.about).toMatchObject({ owner: '' })
})

test('activities stand here from a week before they are due until they are done', () => {
  const keys = linesOf({
    goals: [goal('g'), goal('closed', { state: 'reached' }), goal('other', { owner: 'x' })],
    activities: [
      activity('late', { due: '2026-11-01' }),
      activity('soon', { due: '2026-12-01' }),
      activity('far', { due: '2026-12-02' }),
      activity('done', { due: '2026-11-24', doneOn: '2026-11-23' }),
      activity('dropped', { due: '2026-11-24', dropped: true }),
      activity('dateless', {}),
      activity('of a closed goal', { due: '2026-11-24', goal: 'closed' }),
      activity('of another person', { due: '2026-11-24', goal: 'other' }),
    ],
  }).map(line => line.key)
  expect(keys).toEqual(['activity late', 'activity soon'])
})

test('two versions of my goal ask for a choice; those of others are not mine to settle', () => {
  const aside = { title: { text: 'x', at: 0, device: 'd' } }
  const lines = linesOf({ goals: [goal('g', { aside }), goal('o', { owner: 'x', aside })] })
  expect(lines.map(line => line.key)).toEqual(['versions g'])
})

test('at most three small things are offered, and a first step to who has none', () => {
  const unsure = ['a', 'b', 'c', 'd'].map(id =>
    row<Evidence>(id, {
      ...{
        owner: 'me',
        kind: 'file' as const,
        title: id,
        note: '',
        addedAt: 0,
        happenedOn: '2026-11-17',
      },
      ...{ shown: 'unsure' as const, released: false, goals: {}, competencies: {} },
    }),
  )
  const small = (rows: Partial<QueryRows<'today'>>) =>
    todayLines(factsOf(rows)).map(line => line.key)
  expect(small({ unsure })).toEqual(['unsure a', 'unsure b', 'unsure c'])
  expect(small({ goals: [goal('g', { competencies: { c1: false } })] })).toEqual([
    'untied g',
    'first claim',
  ])
  expect(small({})).toEqual(['first goal', 'first claim'])
})

test('a reflection without a title is called by its beginning', () => {
  const reflection = row<Evidence>('r', {
    owner: 'me',
    kind: 'reflection',
    title: '',
    note: '',
    text: 'They compared the halves.\nAnd then the thirds.',
    addedAt: 0,
    happenedOn: '2026-11-17',
    shown: 'unsure',
    released: false,
    goals: {},
    competencies: {},
  })
  const [line] = todayLines(factsOf({ unsure: [reflection] }))
  expect(line?.about).toMatchObject({ title: 'They compared the halves.' })
})

test('seven lines stand, the rest is a number that opens', () => {
  const activities = Array.from({ length: 9 }, (_, n) => activity(`${n}`, { due: '2026-11-25' }))
  const lines = linesOf({ goals: [goal('g')], activities })
  expect(shownLines(lines, false)).toMatchObject({ more: 2 })
  expect(shownLines(lines, false).shown).toHaveLength(linesMax)
  expect(shownLines(lines, true)).toMatchObject({ more: 0, shown: lines })
})

test('the lead counts what needs me and names the next answer, never a day that is past', () => {
  const lines = linesOf({
    goals: [goal('g')],
    activities: [activity('a', { due: '2026-11-24' }), activity('b', { due: '2026-11-27' })],
    claims: [
      claim('late', { state: 'in_review', attempts: [attempt({ answerBy: '2026-11-20' })] }),
      claim('c', { state: 'in_review', attempts: [attempt({ answerBy: '2026-12-01' })] }),
    ],
  })
  expect(todayLead(lines, '2026-11-24')).toEqual({
    ...{ needs: 2, answerDay: '2026-12-01', nextDay: '2026-11-27' },
  })
  expect(todayLead([], '2026-11-24')).toEqual({
    needs: 0,
    answerDay: undefined,
    nextDay: undefined,
  })
})

test('a line that is put off stands here no more today; a refusal can not be put off', () => {
  const refusal = { code: 'claim_state' as const, facts: { state: 'earned' } }
  const lines = linesOf({
    goals: [goal('g')],
    activities: [activity('a', { due: '2026-11-24' }), activity('b', { due: '2026-11-25' })],
    refused: [{ key: 'k', command: 'goal.change', input: {}, refusal, doneAt: now }],
  })
  expect(linesAwake(lines, ['activity a', 'refused k']).map(line => line.key)).toEqual([
    'refused k',
    'activity b',
  ])
})
