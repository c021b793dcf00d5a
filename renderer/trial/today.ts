import type { Attempt, Claim, Draft } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Activity, Goal } from '../../core/plan/record.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import type { Row, Sight } from '../../contract/device/row.ts'
import { todayFacts } from '../see-today/today-facts.ts'
import { todayLines } from '../see-today/today-lines.ts'

// Rows of a teacher's Today on the 24th of November 2026, and what comes of them.

export const holding = { roles: ['educator'] } as const
export const calendar = { timeZone: 'UTC', holidays: [{ day: '2026-11-26', name: 'Thanksgiving' }] }
export const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
export const now = at('2026-11-24')

/** A row as a question answers it. */
export const row = <B>(id: string, body: B, sight: Sight = 'record'): Row<B> => ({
  id,
  body,
  sight,
})

/** Today of somebody of whom there is nothing yet. */
export const nothing: QueryRows<'today'> = {
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

/** The facts of a Today on which there is just that. */
export const factsOf = (
  rows: Partial<QueryRows<'today'>>,
  readingClaims: readonly Row<Claim>[] = [],
) =>
  todayFacts({
    rows: { ...nothing, ...rows },
    readingClaims,
    person: 'me',
    holding,
    calendar,
    nowMs: now,
  })
/** The lines that come of it, without the first steps that are offered to who has nothing. */
export const linesOf = (
  rows: Partial<QueryRows<'today'>>,
  readingClaims: readonly Row<Claim>[] = [],
) => todayLines(factsOf(rows, readingClaims)).filter(line => !line.key.startsWith('first '))

export const attempt = (set: Partial<Attempt> = {}): Attempt => ({
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
export const outcome = (decision: 'earned' | 'not_yet', criteria: Record<string, boolean>) => ({
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
export const claim = (id: string, set: Partial<Claim>, sight: Sight = 'record') =>
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

export const part = (id: string, title: string): MicroCredential['parts'][number] => ({
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
export const micro = row<MicroCredential>('micro', {
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
export const draft = (id: string, set: Partial<Draft> = {}) =>
  row<Draft>(id, {
    owner: 'me',
    answers: { 'one-p': 'two words', 'two-p': 'two words' },
    filled: {},
    attestations: { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' },
    note: '',
    days: {},
    ...set,
  })
export const goal = (id: string, set: Partial<Goal> = {}) =>
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
export const activity = (id: string, set: Partial<Activity>) =>
  row<Activity>(id, { owner: 'me', goal: 'g', title: `Do ${id}`, addedAt: 0, ...set })
