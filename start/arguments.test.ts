import { expect, test } from 'vitest'
import { shellWordsIn } from '../words/shell-words.ts'
import { deviceFlags, readArguments } from './arguments.ts'

const words = shellWordsIn('en')
const read = (...flags: string[]) => readArguments(flags, words)

test('without flags it opens what is there, on the port that was used before', () => {
  expect(read()).toEqual({ data: undefined, port: undefined, isOpening: true, isDemo: false })
})

test('every flag is taken, with its value after a space or an equals sign', () => {
  const asked = { data: 'my folder', port: 4310, isOpening: false, isDemo: true }
  expect(read('--data', 'my folder', '--port', '4310', '--no-open', '--demo')).toEqual(asked)
  expect(read('--data=my folder', '--port=4310', '--no-open', '--demo')).toEqual(asked)
})

test('an unknown flag is named, with those that are known', () => {
  expect(read('--fast')).toBe(words.unknownFlag({ flag: '--fast' }))
  expect(read('folder')).toBe(words.unknownFlag({ flag: 'folder' }))
})

test.each(['', '0', '65536', '80.5', '1e3', 'x', '-1'])('%j is not a port', port => {
  expect(read('--port', port)).toBe(words.flagNeeds({ flag: '--port', what: words.aPort }))
})

test('a folder has to be named', () => {
  const needs = words.flagNeeds({ flag: '--data', what: words.aFolder })
  expect(read('--data')).toBe(needs)
  expect(read('--data', '--demo')).toBe(needs)
})

test('the device program is asked for the same', () => {
  const asked = read('--data', 'a b', '--port', '4310', '--demo')
  if (typeof asked === 'string') throw new Error(asked)
  expect(deviceFlags(asked)).toEqual(['--data', 'a b', '--port', '4310', '--demo'])
})
