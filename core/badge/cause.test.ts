import { expect, test } from 'vitest'
import { aContext, coach, officer, system, teacher } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Cause, CauseDecision } from './cause.ts'
import {
  CauseDecisionRecord,
  causeDecidedMsMax,
  causeName,
  ended,
  inForce,
  mayBeAccepted,
} from './cause.ts'
import { decideCause } from './decide-cause.ts'
import { undoCause } from './undo-cause.ts'

const cause: Cause = {
  standing: 'unknown',
  mark: 'status',
  code: 'STALE',
  issuer: 'did:web:cedar.example',
}
const context = aContext(officer)
const until = context.doneAt + 1_000
const input = { cause, choice: 'accepted' as const, reason: ' They called. ', until }

const decided = (more: Partial<CauseDecision> = {}): CauseDecision => ({
  ...{ cause, name: causeName(cause), choice: 'accepted', reason: 'They called.' },
  ...{ decidedBy: 'iris', decidedAt: context.doneAt, until },
  ...more,
})

test('a decision keeps cause, reason, officer and end', () => {
  expect(decideCause.decide({}, input, context)).toMatchObject({
    changes: [{ do: 'create', key: 'cause/cause-1', body: decided() }],
  })
})

test('only an officer decides, and takes back', () => {
  const decision = aRec(CauseDecisionRecord, 'd', decided())
  expect(decideCause.right(officer, {}, input)).toBe(true)
  for (const other of [teacher, coach, system]) {
    expect(decideCause.right(other, {}, input)).toBe(false)
    expect(undoCause.right(other, { decision }, { decision: 'd' })).toBe(false)
  }
})

test.each<[string, Partial<Cause>]>([
  ['fails', { standing: 'fails' }],
  ['is not proven to be the issuer’s', { mark: 'signature', code: 'KEY_NOT_AVAILABLE' }],
])('what %s is never accepted', (_what, more) => {
  const other = { ...cause, ...more }
  expect(mayBeAccepted(other)).toBe(false)
  expect(decideCause.decide({}, { ...input, cause: other }, context)).toMatchObject({
    refusal: { code: 'cause_not_acceptable' },
  })
  expect(
    decideCause.decide({}, { ...input, cause: other, choice: 'asking' }, context),
  ).toMatchObject({
    changes: [{ do: 'create' }],
  })
})

test.each([
  ['without a reason', { reason: '\n ' }, 'cause_reason'],
  ['that ended', { until: context.doneAt }, 'cause_end'],
  ['for ever', { until: context.doneAt + causeDecidedMsMax + 1 }, 'cause_end'],
  ['until no time at all', { until: Number.NaN }, 'cause_end'],
])('a decision %s is refused', (_what, more, code) => {
  expect(decideCause.decide({}, { ...input, ...more }, context)).toMatchObject({
    refusal: { code },
  })
})

test('the latest decision alone counts, and neither an undone nor a past one', () => {
  const at = context.doneAt + 500
  const row = (id: string, more: Partial<CauseDecision>) => ({ id, body: decided(more) })
  const first = row('a', { decidedAt: 1 })
  const holding = (...rows: (typeof first)[]) => [...inForce(rows, at).values()].map(one => one.id)
  expect(holding(first, row('b', { decidedAt: 2 }))).toEqual(['b'])
  expect(holding(row('b', { decidedAt: 2, undoneAt: 3 }), first)).toEqual([])
  expect(holding(row('b', { decidedAt: 2, until: at }), first)).toEqual([])
  expect(inForce([first], at).get(causeName({ ...cause, standing: 'fails' }))).toBeUndefined()
  expect(inForce([first], at).get(causeName({ ...cause, issuer: 'did:web:other' }))).toBeUndefined()
})

test('what has ended is known as that, unless it was undone or another one followed', () => {
  const at = context.doneAt + 500
  const row = (id: string, more: Partial<CauseDecision>) => ({ id, body: decided(more) })
  const past = row('a', { decidedAt: 1, until: at })
  const over = (...rows: (typeof past)[]) => [...ended(rows, at).values()].map(one => one.id)
  expect(over(past)).toEqual(['a'])
  expect(over(past, row('b', { decidedAt: 2, until: at + 1 }))).toEqual([])
  expect(over(row('a', { decidedAt: 1, until: at, undoneAt: 2 }))).toEqual([])
})

test('taking back says who and when, and twice is once', () => {
  const decision = aRec(CauseDecisionRecord, 'd', decided())
  expect(undoCause.decide({ decision }, { decision: 'd' }, context)).toMatchObject({
    changes: [{ do: 'patch', set: { undoneBy: 'iris', undoneAt: context.doneAt } }],
  })
  const undone = aRec(CauseDecisionRecord, 'd', decided({ undoneAt: 1 }))
  expect(undoCause.decide({ decision: undone }, { decision: 'd' }, context)).toEqual({
    changes: [],
  })
})
