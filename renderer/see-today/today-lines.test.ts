import { expect, test } from 'vitest'
import type { Evidence } from '../../core/evidence/record.ts'
import type { Review } from '../../core/review/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import {
  activity,
  at,
  attempt,
  claim,
  factsOf,
  goal,
  linesOf,
  now,
  outcome,
  row,
} from '../trial/today.ts'
import { linesAwake } from './not-today.ts'
import { linesMax, shownLines, todayLead, todayLines } from './today-lines.ts'

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

test('a reading that was left open on a claim that is withdrawn is owed to nobody', () => {
  const reading = row<Review>('r', {
    ...{ claim: 'gone', owner: 'jonah', title: 'X', attempt: 1, round: 1, blind: false },
    ...{ rubricVersion: 'micro', manifestSha256: '', reader: 'me', state: 'reading' as const },
    ...{ criteria: [], levels: {}, comments: {}, anchors: {}, activeMs: 0, takenAt: 0 },
  })
  const gone = claim('gone', { owner: 'jonah', state: 'withdrawn', attempts: [attempt()] })
  expect(linesOf({ readings: [reading] }, [gone])).toEqual([])
})

test('a blind reading never says whose work it is', () => {
  const reading = row<Review>('r', {
    ...{ claim: 'x', owner: 'jonah', title: 'X', attempt: 1, round: 1, blind: true },
    ...{ rubricVersion: 'micro', manifestSha256: '', reader: 'me', state: 'reading' as const },
    ...{ criteria: [], levels: {}, comments: {}, anchors: {}, activeMs: 0, takenAt: 0 },
  })
  expect(linesOf({ readings: [reading] })[0]?.about).toMatchObject({ owner: '' })
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
