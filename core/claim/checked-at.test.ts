import { expect, test } from 'vitest'
import { tuesday } from '../../test/builders/context.ts'
import { checkedAt } from './checked-at.ts'

const dayMs = 86_400_000
const now = tuesday
const restored = { at: tuesday - 1_000, copyAt: tuesday - 3 * dayMs }

test.each([
  ['a district that was never restored', tuesday - 2 * dayMs, undefined, now],
  ['a claim that was sent after the restore', restored.at, restored, now],
  ['one that was sent before it', tuesday - 2 * dayMs, restored, tuesday - 2 * dayMs],
  ['one that says it was sent before the copy, and is not in it', 0, restored, restored.copyAt],
  ['a clock that was put back', tuesday - 2_000, { at: now + 2, copyAt: now + 1 }, now],
])('in %s dates are as early as a lost check may have been: %#', (_what, submittedAt, of, at) => {
  expect(checkedAt({ submittedAt }, of, now)).toBe(at)
})
