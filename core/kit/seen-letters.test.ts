import { expect, test } from 'vitest'
import { seenLetters } from './seen-letters.ts'

test('signs that turn the order of letters round, or are not seen, are shown by their number', () => {
  expect(seenLetters('Ana \u202Egnp.exe')).toBe('Ana [U+202E]gnp.exe')
  expect(seenLetters('Alder\u200B \u2066County\u2069')).toBe('Alder[U+200B] [U+2066]County[U+2069]')
  expect(seenLetters('Al\u200Dder')).toBe('Al[U+200D]der')
  expect(seenLetters('a\u0000b')).toBe('a[U+0000]b')
})

test('names in every script stay as they are written', () => {
  const names = ['محمد عبد الله', 'می‌خواهم', 'क्‍ष', '张伟', 'Łukasz Żółć', '👩‍🏫 Ana', '👩🏽‍🏫']
  for (const name of names) expect(seenLetters(name)).toBe(name)
})

test('what is written in several lines becomes one', () => {
  expect(seenLetters('Ana\nLópez\t2')).toBe('Ana López 2')
})
