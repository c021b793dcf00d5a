import { expect, test } from 'vitest'
import { failuresOf, leftOutLines } from './left-out.ts'

const chromium = 'a Chromium (Debian: apt-get install chromium)'
const leftOut = [
  { name: 'browser', needs: chromium },
  { name: 'walk', needs: chromium },
  { name: 'stores on PostgreSQL', needs: 'PostgreSQL' },
]

test('what is missing is named in one line, with all that it leaves out and how to get it', () => {
  expect(leftOutLines(leftOut)).toEqual([
    'Left out: browser, walk: needs a Chromium (Debian: apt-get install chromium)',
    'Left out: stores on PostgreSQL: needs PostgreSQL',
  ])
})

test('on a person’s computer that passes; where everything has to run it fails', () => {
  expect(failuresOf(leftOut, false)).toBe(0)
  expect(failuresOf(leftOut, true)).toBe(3)
})
