import { expect, test } from 'vitest'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import type { Criterion, MicroCredential } from '../../core/micro-credential/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { evidenceFor, placeFor } from './evidence-for.ts'
import { evidenceTabs, tabOfPlace, type EvidenceTab } from './evidence-tabs.ts'
import { leftToDo } from './left-to-do.ts'
import { markedPlaces, markId } from './marked-places.ts'
import { claimCode, leftReadings, nextAnswer, readingQueue } from './queue.ts'
import { reviewKey } from './review-key.ts'
import { usualMinutes } from './usual-minutes.ts'

const row = <B>(id: string, body: B): Row<B> => ({ id, body, sight: 'record' })

const attempt = (set: Partial<Attempt>): Attempt => ({
  n: 1,
  submittedAt: 0,
  manifest: '{}',
  manifestSha256: 'aa',
  signed: { device: 'd', publicKey: '0'.repeat(64), signature: '0'.repeat(128) },
  answers: {},
  items: [],
  attestations: { ready: true, release: true, ownWork: true, aiUse: 'no' },
  note: '',
  precheckBy: '2026-11-25',
  answerBy: '2026-12-04',
  ...set,
})
const claim = (id: string, set: Partial<Attempt>, state: Claim['state'] = 'in_review') =>
  row<Claim>(id, {
    owner: 'o',
    microCredential: 'm',
    code: 'wait',
    title: `title of ${id}`,
    state,
    attempts: [attempt(set)],
    readers: [],
    startedAt: 0,
    changedAt: 0,
  })
const review = (id: string, set: Partial<Review>) =>
  row<Review>(id, {
    claim: 'c',
    owner: 'o',
    title: 't',
    attempt: 1,
    round: 1,
    blind: false,
    rubricVersion: 'm',
    manifestSha256: 'aa',
    reader: 'r',
    state: 'reading',
    criteria: ['one', 'two'],
    levels: {},
    comments: {},
    anchors: {},
    activeMs: 0,
    takenAt: 0,
    ...set,
  })
const criterion = (id: string): Criterion => ({
  id,
  text: `is it ${id}`,
  levels: [
    { code: 'a', rank: 0, name: 'Not met', descriptor: 'no' },
    { code: 'b', rank: 1, name: 'Demonstrated', descriptor: 'yes' },
  ],
  passRank: 1,
})
const none = { pool: [], readings: [], finished: [], claims: [], micros: [] }

test('the queue goes by the promised day, begun before new, then by what was sent first', () => {
  const lines = readingQueue({
    ...none,
    pool: [
      claim('late', { answerBy: '2026-12-10' }),
      claim('young', { answerBy: '2026-12-04', submittedAt: 9 }),
      claim('old', { answerBy: '2026-12-04', submittedAt: 3 }),
    ],
    readings: [review('r1', { claim: 'mine' })],
    claims: [claim('mine', { answerBy: '2026-12-04', submittedAt: 20 })],
  })
  expect(lines.map(line => line.claim)).toEqual(['mine', 'old', 'young', 'late'])
  expect(lines[0]?.review).toBe('r1')
})

test('a reading whose claim was withdrawn under it is no line of the queue, and is put away elsewhere', () => {
  const rows = {
    ...none,
    pool: [claim('old', {})],
    readings: [review('gone', { claim: 'away' }), review('r1', { claim: 'mine' })],
    claims: [claim('mine', {})],
  }
  expect(readingQueue(rows).map(line => line.claim)).toEqual(['mine', 'old'])
  expect(leftReadings(rows).map(reading => reading.id)).toEqual(['gone'])
  const seen = { ...rows, claims: [...rows.claims, claim('away', {}, 'withdrawn')] }
  expect(leftReadings(seen).map(reading => reading.id)).toEqual(['gone'])
})

test('a claim that was just taken stands in the queue once', () => {
  const taken = claim('mine', {})
  const rows = {
    ...none,
    pool: [taken],
    readings: [review('r1', { claim: 'mine' })],
    claims: [taken],
  }
  expect(readingQueue(rows)).toHaveLength(1)
})

test('the usual time is the median of one’s own finished readings of the same rubric', () => {
  const done = (id: string, minutes: number, rubricVersion = 'm') =>
    review(id, { activeMs: minutes * 60_000, rubricVersion })
  const finished = [done('a', 10), done('b', 40), done('c', 20), done('d', 90, 'other')]
  expect(usualMinutes(finished, 'm')).toBe(20)
  expect(usualMinutes([done('a', 10), done('b', 21)], 'm')).toBe(16)
  expect(usualMinutes(finished, 'unknown')).toBeUndefined()
})

test('the next answer is the earliest that is still to come', () => {
  const mine = [
    claim('a', { answerBy: '2026-12-04' }),
    claim('b', { answerBy: '2026-11-02' }),
    claim('c', { answerBy: '2026-11-20' }, 'earned'),
  ]
  expect(nextAnswer(mine, '2026-11-24')).toBe('2026-12-04')
  expect(nextAnswer([], '2026-11-24')).toBeUndefined()
})

test('a claim’s short code says nothing about its owner', () => {
  expect(claimCode('clm_0192-a7k2f')).toBe('7K2F')
})

test('what is left names each criterion without a level', () => {
  const left = leftToDo(review('r', { levels: { one: 1 } }).body, [
    criterion('one'),
    criterion('two'),
  ])
  expect(left).toEqual([{ criterion: 'two', n: 2, text: 'is it two', lacks: 'level' }])
})

test('a level below passing needs a next step and a place', () => {
  const below = { criteria: ['one'], levels: { one: 0 } }
  const lacks = (set: Partial<Review>) =>
    leftToDo(review('r', { ...below, ...set }).body, [criterion('one')]).map(lack => lack.lacks)
  expect(lacks({})).toEqual(['comment', 'anchor'])
  expect(lacks({ comments: { one: ' \n' } })).toEqual(['comment', 'anchor'])
  expect(lacks({ comments: { one: 'Ask again.' } })).toEqual(['anchor'])
  expect(lacks({ anchors: { 'one/x': { place: 'e' } } })).toEqual(['comment'])
  expect(lacks({ comments: { one: 'Ask.' }, anchors: { 'one/x': { place: 'e' } } })).toEqual([])
})

test('what stands is not asked for', () => {
  const left = leftToDo(review('r', { criteria: ['two'], levels: { two: 1 } }).body, [
    criterion('one'),
    criterion('two'),
  ])
  expect(left).toEqual([])
})

test('the keys of a reading', () => {
  const plain = { ctrl: false, alt: false, isWriting: false }
  expect(reviewKey({ key: 'j', ...plain })).toEqual({ does: 'criterion', by: 1 })
  expect(reviewKey({ key: 'K', ...plain })).toEqual({ does: 'criterion', by: -1 })
  expect(reviewKey({ key: '3', ...plain })).toEqual({ does: 'level', n: 3 })
  expect(reviewKey({ key: 'a', ...plain })).toEqual({ does: 'point' })
  expect(reviewKey({ key: 'g', ...plain })).toEqual({ does: 'guidance' })
  expect(reviewKey({ key: '9', ...plain })).toBeUndefined()
  expect(reviewKey({ key: 'constructor', ...plain })).toBeUndefined()
})

test('while a person writes, letters are letters and Escape leads out', () => {
  const writing = { ctrl: false, alt: false, isWriting: true }
  expect(reviewKey({ key: 'j', ...writing })).toBeUndefined()
  expect(reviewKey({ key: 'Escape', ...writing })).toEqual({ does: 'out' })
  expect(reviewKey({ key: 'a', ctrl: true, alt: false, isWriting: false })).toBeUndefined()
})

test('the places of a reading are numbered in the order they were made', () => {
  const early = markId(1_000_000, 'zzzz')
  const late = markId(2_000_000_000_000, 'aaaa')
  const places = markedPlaces({
    [`two/${late}`]: { place: 'e2' },
    [`one/${early}`]: { place: 'e1', page: 3 },
  })
  expect(places.map(({ n, criterion }) => [n, criterion])).toEqual([
    [1, 'one'],
    [2, 'two'],
  ])
})

test('the evidence stands in the order of the parts, and a place finds its tab', () => {
  const prompt = { id: 'p', text: 'why', minWords: 0, maxWords: 9, hard: false }
  const slot = {
    id: 's',
    label: 'l',
    guidance: 'g',
    accept: [],
    minFiles: 0,
    maxFiles: 2,
    requiresRelease: false,
    teamAllowed: false,
    annotationRequired: false,
  }
  const base = { kind: 'overview' as const, title: 't', criteria: [criterion('one')] }
  const parts: MicroCredential['parts'] = [
    { ...base, id: 'first', prompts: [prompt], slots: [] },
    { ...base, id: 'second', prompts: [], slots: [slot] },
  ]
  const item = {
    slot: 's',
    evidence: 'e1',
    kind: 'file' as const,
    title: 'Exit tickets',
    note: '',
    happenedOn: '2026-11-01',
    shown: 'nobody',
    released: false,
  }
  const tabs = evidenceTabs({ parts }, { items: [item, { ...item, slot: 'gone', evidence: 'e2' }] })
  expect(tabs.map(tab => tab.id)).toEqual(['part:first', 's/e1'])
  expect(tabOfPlace(tabs, 'e1')?.id).toBe('s/e1')
  expect(tabOfPlace(tabs, 'answer:p')?.id).toBe('part:first')
  expect(tabOfPlace(tabs, 'e9')).toBeUndefined()
})

/** Tabs of a claim whose parts hold the pieces named. */
function claimWith(parts: Readonly<Record<string, readonly string[]>>): readonly EvidenceTab[] {
  return Object.entries(parts).flatMap(([id, names]) => {
    const part = {
      id,
      kind: 'evidence' as const,
      title: id,
      prompts: [],
      slots: [],
      criteria: [criterion(`${id}-1`), criterion(`${id}-2`)],
    }
    return names.map((evidence): EvidenceTab => {
      const facts = { title: evidence, note: '', happenedOn: '2026-11-01', shown: 'nobody' }
      const item = { slot: id, evidence, kind: 'file' as const, released: false, ...facts }
      return { kind: 'item', id: `${id}/${evidence}`, part, item }
    })
  })
}
const tabs = claimWith({ plan: ['sketch'], lesson: ['film', 'notes'], after: [] })
const shown = (set: {
  readonly criterion: string
  readonly open?: string
  readonly points?: readonly (readonly [criterion: string, evidence: string])[]
  readonly last?: readonly (readonly [part: string, tab: string])[]
}) =>
  evidenceFor(set.criterion, {
    tabs,
    open: tabs.find(tab => tab.id === set.open),
    places: (set.points ?? []).map(([of, place], at) => ({
      n: at + 1,
      criterion: of,
      mark: `m${at}`,
      anchor: { place },
    })),
    last: new Map(set.last),
  })?.id

test('a criterion brings what was handed over for its part; what serves it already stays', () => {
  expect(shown({ criterion: 'lesson-1', open: 'plan/sketch' })).toBe('lesson/film')
  expect(shown({ criterion: 'lesson-2', open: 'lesson/notes' })).toBe('lesson/notes')
})

test('back in a part, what was open there last is open again', () => {
  const last = [['lesson', 'lesson/notes']] as const
  expect(shown({ criterion: 'lesson-1', open: 'plan/sketch', last })).toBe('lesson/notes')
})

test('what a level points at goes before its part, the newest place first', () => {
  const points = [
    ['lesson-1', 'film'],
    ['lesson-1', 'sketch'],
    ['lesson-2', 'notes'],
  ] as const
  expect(shown({ criterion: 'lesson-1', open: 'lesson/notes', points })).toBe('plan/sketch')
  expect(shown({ criterion: 'lesson-1', open: 'lesson/film', points })).toBe('lesson/film')
  expect(shown({ criterion: 'lesson-2', open: 'plan/sketch', points })).toBe('lesson/notes')
})

test('where nothing was handed over for a criterion, nothing is shown as if it were', () => {
  expect(shown({ criterion: 'after-1', open: 'lesson/film' })).toBeUndefined()
  // Pointed at from elsewhere, it has something after all.
  const points = [['after-1', 'film']] as const
  expect(shown({ criterion: 'after-1', points })).toBe('lesson/film')
})

test('a piece begins at the newest place that the criterion points at in it', () => {
  const places = markedPlaces({
    [`lesson-1/${markId(1, 'a')}`]: { place: 'film', startMs: 2_000 },
    [`lesson-1/${markId(2, 'b')}`]: { place: 'film', startMs: 9_000 },
    [`lesson-1/${markId(3, 'c')}`]: { place: 'notes', page: 2 },
  })
  const film = tabs.find(tab => tab.id === 'lesson/film')
  expect(placeFor('lesson-1', film, { tabs, places })?.anchor.startMs).toBe(9_000)
  expect(placeFor('lesson-2', film, { tabs, places })).toBeUndefined()
})
