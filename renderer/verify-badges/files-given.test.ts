import { expect, test } from 'vitest'
import { leftOutCodes } from '../../contract/device/verifying.ts'
import { wordsIn } from '../../words/words.ts'
import { gather, type Entry, type Input } from './files-given.ts'
import { dayIn, endOfDay } from './last-day.ts'

const file = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (take: (given: File) => void) => take(new File(['x'], name)),
})
/** A folder as a browser hands it over: in pieces, an empty one at its end. */
const folder = (name: string, ...pieces: Entry[][]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const rest = [...pieces]
    return { readEntries: (take: (entries: Entry[]) => void) => take(rest.shift() ?? []) }
  },
})

test('a dropped folder hands over all that lies in it, by its path, in all its pieces', async () => {
  const into: Input[] = []
  const inner = folder('march', [file('b.json')], [file('c.json')])
  await gather(
    folder('hires', [file('a.json'), inner], [file('.DS_Store'), file('d.png')]),
    '',
    into,
  )
  expect(into.map(({ name }) => name)).toEqual([
    'hires/a.json',
    'hires/march/b.json',
    'hires/march/c.json',
    'hires/d.png',
  ])
})

test('a file that can’t be read is handed on empty, so that it is named', async () => {
  const into: Input[] = []
  const gone = { ...file('gone.json'), file: (_take: unknown, fail: () => void) => fail() }
  await gather(gone, '', into)
  expect(into.map(({ name, bytes }) => [name, bytes.size])).toEqual([['gone.json', 0]])
})

test('whatever is left out has its sentence in both languages', () => {
  for (const language of ['en', 'es'] as const)
    for (const code of leftOutCodes) {
      const said = wordsIn(language, () => 0).verify.many.leftOut[code]
      expect(said({ max: 5, bytesMax: 1_000, line: 3 })).toMatch(/\.$|bytes\)\.$|is\.$/)
      expect(said({})).not.toMatch(/undefined|NaN/)
    }
})

test('a decision ends with the last moment of its day', () => {
  const noon = new Date(2026, 10, 25, 12).getTime()
  expect(dayIn(30, noon)).toBe('2026-12-25')
  expect(endOfDay('2026-12-25')).toBe(new Date(2026, 11, 26).getTime() - 1)
  expect(endOfDay('')).toBeUndefined()
})
