import { expect, test } from 'vitest'
import { nearWord } from './near-words.ts'

const said = (note: string) => ({ title: 'Small group', note })
const pieces = [
  said('Comparing fractions with strips.'),
  said('Fractions of one whole; a fraction is a number.'),
  said('Halves and thirds.'),
]

test('a slip of the finger is answered with the word that most pieces say', () => {
  expect(nearWord(['fractons'], pieces)).toEqual({
    sought: 'fractons',
    word: 'fractions',
    pieces: 2,
  })
  expect(nearWord(['halvs'], pieces)?.word).toBe('halves')
})

test('a word that is far from everything is left alone', () => {
  expect(nearWord(['zebra'], pieces)).toBeUndefined()
})
