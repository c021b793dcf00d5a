import { expect, test } from 'vitest'
import { codeInGroups } from './code-in-groups.ts'

test('a code is read out in fours, and the same code comes back without hyphens', () => {
  expect(codeInGroups('ABCDEFGHJK')).toBe('ABCD-EFGH-JK')
  expect(codeInGroups('AB-CDEF GH')).toBe('ABCD-EFGH')
  expect(codeInGroups('')).toBe('')
})
