import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { claimLines } from './claim-lines.ts'
import type { Badge } from '../../core/badge/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { factsOf, at, attempt, claim, draft, linesOf, micro, outcome, row } from '../trial/today.ts'

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

const facts = factsOf({})
const attempts = [anAttempt({ outcome: anOutcome({ c1: true }) })]
const earned = { id: 'c', body: aClaim({ state: 'earned', attempts }), sight: 'record' } as const
const setAside = (day: string) => ({
  ...earned,
  body: { ...earned.body, setAside: { by: 'ruth', at: at(day), reason: 'It is damaged.' } },
})

test('what was earned waits for the office, but what the office sets aside waits for nobody', () => {
  expect(claimLines(earned, facts)).toMatchObject([{ group: 'away', about: { waits: 'office' } }])
  expect(claimLines(setAside('2026-11-23'), facts)).toMatchObject([
    {
      group: 'since',
      day: '2026-11-23',
      to: '/claims/c',
      about: { what: 'setAside', reason: 'It is damaged.' },
    },
  ])
})

test('that is news for some days, as everything that the office says', () => {
  expect(claimLines(setAside('2026-11-19'), facts)).toEqual([])
})
