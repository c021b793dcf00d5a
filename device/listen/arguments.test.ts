import { expect, test } from 'vitest'
import { programWordsIn } from '../../words/shell-words.ts'
import { readArguments } from './arguments.ts'

const read = (...args: string[]) =>
  readArguments(['--data', 'there', ...args], {}, programWordsIn('en'))

test('the wait for a change of mind is the rules’ own, unless it is given in ms', () => {
  expect(read()).toMatchObject({ holdMs: undefined })
  expect(read('--hold-ms', '0')).toMatchObject({ holdMs: 0 })
  expect(read('--hold-ms', '1500')).toMatchObject({ holdMs: 1_500 })
})

test.each(['-1', '60001', '1.5', 'soon'])('a wait of %s is refused in a sentence', given => {
  expect(read(`--hold-ms=${given}`)).toBe(`${given} is not a time to wait: from 0 to 60000 ms.`)
})
