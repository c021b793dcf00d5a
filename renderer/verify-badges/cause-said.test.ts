import { expect, test } from 'vitest'
import type { Mark } from '../../contract/device/door.ts'
import type {
  Counts,
  Group,
  Standing,
  VerifyingRow,
  Whose,
} from '../../contract/device/verifying.ts'
import { wordsIn } from '../../words/words.ts'
import {
  causeSaid,
  causesSaid,
  detailSaid,
  needsLook,
  rowReason,
  sectionsOf,
} from './cause-said.ts'
import { sumSaid } from './sum-said.ts'

const dayMs = 86_400_000
const at = Date.UTC(2026, 10, 24, 12)
const words = wordsIn('en', () => at)

const mark = (outcome: Mark['outcome'], code: string, ageMs?: number): Mark => ({
  outcome,
  code,
  facts: {},
  ageMs,
})
const cedar: Whose = {
  id: 'did:web:cedar.example',
  host: 'cedar.example',
  name: 'Cedar Valley ESC',
  isKnown: true,
}
const group = (standing: Standing, count: number, set: Partial<Group> = {}): Group => ({
  id: `${standing} ${count}`,
  standing,
  count,
  mark: undefined,
  because: undefined,
  also: [],
  issuer: cedar,
  notFetched: undefined,
  cause: undefined,
  mayAccept: false,
  decided: undefined,
  ...set,
})
const stale = group('unknown', 17, { because: mark('unknown', 'STALE', 41 * dayMs) })
const stranger = group('unknown', 2, {
  because: mark('unknown', 'ISSUER_NOT_LISTED'),
  issuer: { id: 'did:web:learn.example', host: 'learn.example', name: undefined, isKnown: false },
})
const changed = group('fails', 3, { because: mark('fail', 'PROOF_VERIFICATION_ERROR') })
const changedToo = group('fails', 1, { because: mark('fail', 'PROOF_VERIFICATION_ERROR') })
const revoked = group('fails', 2, { because: mark('fail', 'REVOKED') })
const unread = group('unread', 2, { because: mark('unknown', 'NOT_A_BADGE') })
const apart = group('apart', 1)
const holds = group('holds', 284)
const all = [holds, stale, apart, changed, unread, stranger, revoked, changedToo]

test('what doesn’t hold comes first and what holds last; a VC that is no badge stands apart', () => {
  expect(sectionsOf(all).map(section => section.standing)).toEqual([
    'fails',
    'unknown',
    'unread',
    'apart',
    'holds',
  ])
})

test('the counts of the sections add up to every input, each once', () => {
  const sections = sectionsOf(all)
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  expect(sum(sections.map(section => section.count))).toBe(sum(all.map(one => one.count)))
  for (const section of sections)
    expect(section.count).toBe(sum(section.groups.map(one => one.count)))
})

test('a section names its causes, the same of several issuers once, the most frequent first', () => {
  const [fails] = sectionsOf([revoked, changed, changedToo])
  expect(fails && causesSaid(words, fails)).toBe('4 changed after signing, 2 revoked')
})

test('a cause is told in a few words, with whose and how old', () => {
  expect(causeSaid(words, stale)).toBe('Status list too old')
  expect(detailSaid(words, stale, at)).toBe('Cedar Valley ESC, list of Wed, Oct 14')
  expect(detailSaid(words, stranger, at)).toBe(
    'learn.example: signature holds; nobody you trust vouches for the issuer',
  )
  expect(causeSaid(words, apart, 'status-list')).toBe('A status list')
  expect(causeSaid(words, apart, 'something new')).toBe('Something else')
})

test('a cause that nobody has words for is still told as what it is', () => {
  expect(causeSaid(words, group('fails', 1, { because: mark('fail', 'BRAND_NEW') }))).toBe(
    'Does not hold',
  )
  expect(causeSaid(words, group('unknown', 1))).toBe('Could not be told')
})

test('a name that is not proven stands behind the address, and its signature is not said to hold', () => {
  const forger = { id: 'did:key:z6Mk', host: undefined, name: 'Cedar Valley ESC', isKnown: false }
  const forged = { ...stranger, issuer: forger, also: ['signature' as const] }
  expect(detailSaid(words, forged, at)).toBe(
    'did:key:z6Mk, calls itself “Cedar Valley ESC”: nobody you trust vouches for the issuer; not known either: signature',
  )
})

test('addresses that brought nothing say why, each in its own words', () => {
  const missing = (why: string) => ({
    ...group('unknown', 2, { because: mark('unknown', 'NOT_RETRIEVED') }),
    notFetched: why,
  })
  const said = ['HTTP 404', 'HTTP 503', 'HTTP 403', 'ADDRESS_REFUSED', 'TIMEOUT']
  const causes = said.map(why => causeSaid(words, missing(why)))
  expect(new Set(causes).size).toBe(said.length)
  expect(causes[0]).toBe('Nothing at the address')
  expect(rowReason(words, row({ standing: 'unknown', notFetched: 'HTTP 404' }))).toBe(causes[0])
  expect(causesSaid(words, { standing: 'unknown', count: 2, groups: [missing('TIMEOUT')] })).toBe(
    '2 server too slow',
  )
})

test('what is of a badge inside a record is told as that', () => {
  const inside = { ...mark('fail', 'REVOKED'), part: 'Wait time' }
  expect(causeSaid(words, group('fails', 1, { because: inside }))).toBe('Inside it: Revoked')
  const good = mark('pass', 'PASS')
  const marks = { signature: good, dates: good, status: inside, trust: good }
  expect(rowReason(words, row({ marks, mark: 'status' }))).toBe('Inside it: Revoked')
})

test('what was decided needs no look; what holds, stands apart or can’t be read never does', () => {
  const decided = {
    id: 'd',
    choice: 'left',
    reason: 'r',
    by: 'Ruth',
    decidedAt: 1,
    until: 2,
  } as const
  expect(all.filter(needsLook)).toEqual([stale, changed, stranger, revoked, changedToo])
  expect(needsLook({ ...stale, decided })).toBe(false)
})

test('the sentence counts every input once, and calls files badges only where all are', () => {
  const counts: Counts = {
    fails: 6,
    unknown: 19,
    unread: 0,
    apart: 0,
    holds: 287,
    all: 312,
    waiting: 0,
    stopped: 0,
    open: 25,
  }
  expect(sumSaid(words, counts, 4_100)).toBe(
    '312 badges checked here in 4 seconds: 287 hold, 19 have something unknown, 6 do not hold.',
  )
  expect(sumSaid(words, { ...counts, unread: 1, apart: 1, all: 314 }, 900)).toBe(
    '314 files checked here in under a second: 287 hold, 19 have something unknown, 6 do not hold, 1 could not be read, 1 is no badge.',
  )
  expect(
    sumSaid(
      wordsIn('es', () => at),
      counts,
      4_100,
    ),
  ).toContain('6 no se sostienen')
})

const row = (set: Partial<VerifyingRow>): VerifyingRow => ({
  n: 1,
  name: 'a.json',
  state: 'checked',
  group: undefined,
  standing: 'fails',
  person: undefined,
  badge: undefined,
  issuer: cedar,
  notFetched: undefined,
  kind: 'badge',
  marks: undefined,
  mark: undefined,
  ...set,
})

test('a row tells why it stands where it stands, and nothing where it holds', () => {
  const good = mark('pass', 'PASS')
  const ended: Mark = { ...mark('fail', 'EXPIRED'), facts: { validUntil: '2026-06-30T12:00:00Z' } }
  const marks = { signature: good, dates: ended, status: good, trust: good }
  expect(rowReason(words, row({ marks, mark: 'dates' }))).toBe('Expired Tue, Jun 30')
  expect(rowReason(words, row({ standing: 'holds', marks }))).toBe('')
  expect(rowReason(words, row({ standing: 'apart', kind: 'endorsement' }))).toBe('An endorsement')
  expect(rowReason(words, row({ state: 'stopped' }))).toBe('Not checked')
  expect(rowReason(words, row({ state: 'waiting' }))).toBe('Waits to be checked')
})

test('two groups of one cause and one issuer say what tells them apart', () => {
  const alsoOld = { ...stranger, also: ['status', 'dates'] as const }
  expect(detailSaid(words, alsoOld, at)).toBe(
    'learn.example: signature holds; nobody you trust vouches for the issuer; not known either: status, dates',
  )
  expect(detailSaid(words, stranger, at)).not.toContain('not known either')
  expect(detailSaid(words, { ...changed, also: ['trust'] }, at)).not.toContain('not known either')
})
