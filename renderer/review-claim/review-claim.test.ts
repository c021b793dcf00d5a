import { expect, test } from 'vitest'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import type { Criterion, MicroCredential } from '../../core/micro-credential/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { evidenceTabs, tabOfPlace } from './evidence-tabs.ts'
import { leftToDo } from './left-to-do.ts'
import { markedPlaces, markId } from './marked-places.ts'
import { claimCode, nextAnswer, readingQueue } from './queue.ts'
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
