import { expect, test } from 'vitest'
import { readRange } from './range.ts'

test('one part in bytes is read; anything else is the whole file (RFC 9110 section 14.2)', () => {
  expect(readRange('bytes=0-9', 100)).toEqual({ start: 0, end: 9 })
  expect(readRange('bytes=90-', 100)).toEqual({ start: 90, end: 99 })
  expect(readRange('bytes=-10', 100)).toEqual({ start: 90, end: 99 })
  expect(readRange('bytes=-500', 100)).toEqual({ start: 0, end: 99 })
  expect(readRange('bytes=5-500', 100)).toEqual({ start: 5, end: 99 })
  for (const odd of [undefined, '', 'bytes=-', 'bytes=9-2', 'bytes=0-1,5-6', 'lines=1-2'])
    expect(readRange(odd, 100)).toBe('whole')
  for (const far of ['bytes=100-', 'bytes=200-300', 'bytes=-0'])
    expect(readRange(far, 100)).toBe('unsatisfiable')
  expect(readRange('bytes=0-', 0)).toBe('unsatisfiable')
})
