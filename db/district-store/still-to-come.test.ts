import { expect, test } from 'vitest'
import { refuse } from '../../core/kit/command.ts'
import { tick } from '../../core/merge/clock.ts'
import { mayStillCome, stillComesMs } from './still-to-come.ts'

const at = 1_700_000_000_000
const cameBack = { at, copyAt: at - 1_000, stillComesMs }
const absent = refuse('not_here', { what: 'claim' }).refusal
const held = refuse('taken', { name: 'claim/1' }).refusal
const madeAt = (ms: number) => tick('', ms, 'dev')

test.each([
  ['done before a restore, whatever refuses it', held, at - 1, at + 1, true],
  ['done after it, on what is not here', absent, at + 1, at + 2, true],
  ['done after it, and refused for another reason', held, at, at + 2, false],
  ['done before it, a week later', held, at - 1, at + stillComesMs, false],
  ['on what is not here, a week later', absent, at + 1, at + stillComesMs, false],
])('what is %s: %#', (_what, refusal, doneMs, nowMs, waits) => {
  expect(mayStillCome(refusal, madeAt(doneMs), nowMs, cameBack)).toBe(waits)
})

test('in a district that was never restored, nothing is waited for', () => {
  expect(mayStillCome(absent, madeAt(at), at, undefined)).toBe(false)
})
