import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingWords } from './differing-words.ts'

const marked = (runs: readonly { text: string; differs: boolean }[]) =>
  runs.map(run => (run.differs ? `[${run.text}]` : run.text)).join('')

test('words that differ are marked in both versions', () => {
  const both = differingWords(
    'Wait four seconds after each question',
    'Wait after each hard question',
  )
  expect(marked(both.here)).toBe('Wait [four seconds ]after each question')
  expect(marked(both.there)).toBe('Wait after each [hard ]question')
})

test('equal texts and empty ones mark nothing that is not there', () => {
  expect(differingWords('a b', 'a b').here).toEqual([{ text: 'a b', differs: false }])
  expect(differingWords('', 'a')).toEqual({ here: [], there: [{ text: 'a', differs: true }] })
  expect(differingWords('', '')).toEqual({ here: [], there: [] })
})

test('the runs of a version are its whole text, and what is not marked is the same in both', () => {
  const text = fc
    .array(fc.constantFrom('one', 'two', ' ', '\n', 'ñ'), { maxLength: 12 })
    .map(words => words.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { here, there } = differingWords(a, b)
      const whole = (runs: typeof here) => runs.map(run => run.text).join('')
      const same = (runs: typeof here) => whole(runs.filter(run => !run.differs))
      expect(whole(here)).toBe(a)
      expect(whole(there)).toBe(b)
      expect(same(here)).toBe(same(there))
    }),
  )
})
