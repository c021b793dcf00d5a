import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './split-text.ts'

test('a place marks its words and carries its number', () => {
  expect(splitText('one two three', [{ n: 4, quote: 'two' }])).toEqual([
    { text: 'one ', n: undefined },
    { text: 'two', n: 4 },
    { text: ' three', n: undefined },
  ])
})

test('words that are not there mark nothing', () => {
  expect(splitText('one', [{ n: 1, quote: 'two' }])).toEqual([{ text: 'one', n: undefined }])
})

test('however it is cut, the text stays whole', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.record({ at: fc.nat(20), length: fc.nat(9) }), { maxLength: 5 }),
      (text, cuts) => {
        const pointed = cuts.map(({ at, length }, n) => ({ n, quote: text.slice(at, at + length) }))
        const again = splitText(text, pointed)
          .map(stretch => stretch.text)
          .join('')
        expect(again).toBe(text)
      },
    ),
  )
})
