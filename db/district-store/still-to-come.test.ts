import { expect, test } from 'vitest'
import { refuse } from '../../core/kit/command.ts'
import { tick } from '../../core/merge/clock.ts'
import { mayStillCome, stillComesMs } from './still-to-come.ts'

const at = 1_700_000_000_000
const cameBack = { at, copyAt: 0, leftMs: stillComesMs }
const absent = refuse('not_here', { what: 'claim' }).refusal
const held = refuse('taken', { name: 'claim/1' }).refusal
const madeAt = (ms: number) => tick('', ms, 'dev')

test.each([
  ['done before a restore, whatever refuses it', held, at - 1, at, true],
  ['done after it, on what is not here', absent, at + 2, at + 1, true],
  ['done after it, and refused for another reason', held, at, at, false],
  ['done after it by a computer that had not read since', held, at + 1, at + 2, true],
  ['done after it by a computer that has not read since', held, at + 1, undefined, true],
])('what is %s: %#', (_what, refusal, doneMs, upToDateSince, waits) => {
  expect(mayStillCome(refusal, madeAt(doneMs), cameBack, upToDateSince)).toBe(waits)
})

test.each([
  refuse('act_ended', { at }),
  refuse('erasure_ended', { at }),
  refuse('yes_too_young', { at }),
  refuse('erasure_own', { person: 'p' }),
])('what no other computer can mend is told at once: %#', ({ refusal }) => {
  expect(mayStillCome(refusal, madeAt(at - 1), cameBack, undefined)).toBe(false)
})

test.each([
  // A school that the copy lacks is one that nobody can work at.
  refuse('bad_input', { where: 'units' }),
  refuse('revocations_hour', { most: 25 }),
  refuse('text_too_long', { chars: 2, charsMax: 1 }),
])('what another computer, or an hour, may mend waits: %#', ({ refusal }) => {
  expect(mayStillCome(refusal, madeAt(at - 1), cameBack, undefined)).toBe(true)
})

test('in a district that was never restored, or where others have had their time, nothing is waited for', () => {
  expect(mayStillCome(absent, madeAt(at), undefined, undefined)).toBe(false)
})
