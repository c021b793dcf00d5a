import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

const now = () => Date.parse('2026-11-26T12:00:00Z')
const facts = { part: 'What changed', question: 2, words: 94, minWords: 250, maxWords: 300 }

test('a problem with an answer says in which part and question it is', () => {
  expect(wordsIn('en', now).problems.words_too_few.where(facts)).toBe(
    'What changed, question 2: 94 of 250 to 300.',
  )
  expect(wordsIn('es', now).problems.words_missing.where(facts)).toBe(
    'What changed, pregunta 2: se piden de 250 a 300 palabras.',
  )
})

test('the only question of a part is not numbered', () => {
  expect(wordsIn('en', now).problems.two_versions.where({ ...facts, question: 0 })).toBe(
    'What changed: both were kept. Choose what stays.',
  )
})

test('one word is not “1 words”', () => {
  expect(wordsIn('en', now).problems.words_too_few.what({ missing: 1 })).toBe('1 word to go')
  expect(wordsIn('es', now).problems.words_too_few.what({ missing: 1 })).toBe('Falta 1 palabra')
})
