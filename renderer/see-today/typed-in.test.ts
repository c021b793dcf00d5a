import { expect, test } from 'vitest'
import { typedIn } from './typed-in.ts'

test.each([
  ['an answer', { claim: 'c', prompt: 'q', base: 'old', text: 'new' }, ['new']],
  ['a check-in', { goal: 'g', on: '2026-11-24', tried: 'a', saw: '', next: 'b' }, ['a', 'b']],
  ['a sentence about AI', { claim: 'c', set: { ready: true, aiUse: 'No.' } }, ['No.']],
  ['words on their way into a claim', { claim: 'c', words: { q: 'a', r: 'b' } }, ['a', 'b']],
  ['a slot', { claim: 'c', slot: 's', evidence: 'e', place: 1 }, []],
  ['nothing', null, []],
])('what a person typed is found in %s', (_what, input, typed) =>
  expect(typedIn(input)).toEqual(typed),
)
