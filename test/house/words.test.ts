import { expect, test } from 'vitest'
import { doorErrorCodes } from '../../contract/device/door.ts'
import { shellWordsIn } from '../../words/shell-words.ts'
import { wordsIn } from '../../words/words.ts'

// The types refuse a sentence that is missing in a language. Here is what they can't see.
const now = () => Date.UTC(2026, 10, 25)
const en = { ...wordsIn('en', now), shell: shellWordsIn('en') }
const es = { ...wordsIn('es', now), shell: shellWordsIn('es') }

/** Every sentence that needs no facts, by its path. */
function sentences(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]])
  if (typeof words !== 'object' || words === null) return new Map()
  return new Map(
    Object.entries(words)
      .filter(([key]) => key !== 'say')
      .flatMap(([key, value]) => [...sentences(value, path === '' ? key : `${path}.${key}`)]),
  )
}
const english = sentences(en)
const spanish = sentences(es)

test('both languages have the same sentences', () => {
  expect(english.size).toBeGreaterThan(300)
  expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted())
})

test('no sentence is empty', () => {
  const empty = [...english, ...spanish].filter(([, said]) => said.trim() === '')
  expect(empty.map(([path]) => path)).toEqual([])
})

test('no English sentence was left in the Spanish: translate it', () => {
  const isSentence = (said: string) => said.split(' ').length >= 4
  const left = [...english].filter(([path, said]) => isSentence(said) && spanish.get(path) === said)
  expect(left.map(([path]) => path)).toEqual([])
})

test.each([
  ['what the door refuses', en.door, es.door],
  ['what a command is refused for', en.refusals, es.refusals],
])('%s is said with what to do next, in both languages', (_what, ...languages) => {
  for (const words of languages)
    for (const [code, { next }] of Object.entries(words)) expect(next, code).toMatch(/\S{2,}/)
})

test('the door has no code without words, and no words without a code', () => {
  expect(Object.keys(en.door).toSorted()).toEqual([...doorErrorCodes].toSorted())
})
