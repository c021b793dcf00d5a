import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '))

test('seeds are counted from the first, and one that is named is played alone', () => {
  expect(read('')).toMatchObject({ first: 1, seeds: 200, isOne: false, operations: 31 })
  expect(read('--from 8001 --seeds 4000')).toMatchObject({ first: 8001, seeds: 4000 })
  expect(read('--seed 17 --seeds 9 --on-files')).toMatchObject({
    ...{ first: 17, seeds: 1, isOne: true, onFiles: true },
  })
})

test.each([
  ['--seed abc', '--seed wants a whole number above 0, and was given "abc".'],
  ['--seeds 0', '--seeds wants a whole number above 0, and was given "0".'],
  ['--most-seconds 1.5', '--most-seconds wants a whole number above 0, and was given "1.5".'],
])('%s is told in a sentence', (line, said) => expect(read(line)).toBe(said))

test('a flag that is none of ours is told in a sentence', () =>
  expect(read('--sead 3')).toMatch(/--sead/))

test('data goes to the file that is named, or else where the lines would go', () => {
  expect(read('--seeds 3')).toMatchObject({ json: undefined })
  expect(read('--json told.json')).toMatchObject({ json: 'told.json' })
  for (const line of ['--json', '--json --seeds 3', '--seeds 3 --json'])
    expect(read(line)).toMatchObject({ json: '-' })
})
