import { expect, test } from 'vitest'
import { leftOutCodes } from '../../contract/device/verifying.ts'
import { wordsIn } from '../../words/words.ts'
import { foldersDeepMax, gather, type Entry } from './files-given.ts'
import { gathering } from './gathered.ts'
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
  const into = gathering()
  const inner = folder('march', [file('b.json')], [file('c.json')])
  await gather(
    folder('hires', [file('a.json'), inner], [file('.DS_Store'), file('d.png')]),
    '',
    into,
  )
  expect(into.given().inputs.map(({ name }) => name)).toEqual([
    'hires/a.json',
    'hires/march/b.json',
    'hires/march/c.json',
    'hires/d.png',
  ])
  expect(into.given().leftOut).toEqual([])
})

test('a folder that can’t be read is named, and the others are gone through', async () => {
  const into = gathering()
  const shut = {
    ...folder('shut'),
    createReader: () => ({ readEntries: (_take: unknown, fail: () => void) => fail() }),
  }
  await gather(folder('hires', [shut, file('a.json')]), '', into)
  expect(into.given()).toMatchObject({
    inputs: [{ name: 'hires/a.json' }],
    leftOut: [{ name: 'hires/shut', code: 'folder_unreadable', left: 1 }],
  })
})

test('a folder that leads into itself ends, and is named once', async () => {
  const into = gathering()
  const circle: ReturnType<typeof folder> = {
    ...folder('loop'),
    createReader: () => {
      const rest = [[circle, file('a.json')]]
      return { readEntries: (take: (entries: Entry[]) => void) => take(rest.shift() ?? []) }
    },
  }
  await gather(circle, '', into)
  const { inputs, leftOut } = into.given()
  expect(inputs).toHaveLength(foldersDeepMax)
  expect(leftOut.map(({ code }) => code)).toEqual(['folder_too_deep'])
})

test('what is more than a list holds is counted, not opened; what never ends is given up', async () => {
  const files = Array.from({ length: 10_040 }, (_, at) => file(`${at}.json`))
  const into = gathering()
  await gather(folder('hires', files), '', into)
  expect(into.given().inputs).toHaveLength(10_000)
  expect(into.given().leftOut).toEqual([{ name: 'hires', code: 'batch_full', left: 40 }])
  const few = gathering(100)
  const endless = {
    ...folder('endless'),
    createReader: () => ({
      readEntries: (take: (entries: Entry[]) => void) => take([file('a.json')]),
    }),
  }
  await gather(endless, '', few)
  expect(few.given().leftOut.at(-1)?.code).toBe('folder_too_many')
})

test('a file that can’t be read is handed on empty, so that it is named', async () => {
  const into = gathering()
  const gone = { ...file('gone.json'), file: (_take: unknown, fail: () => void) => fail() }
  await gather(gone, '', into)
  expect(into.given().inputs.map(({ name, bytes }) => [name, bytes.size])).toEqual([
    ['gone.json', 0],
  ])
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
