import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

const linesMax = 500
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  // A file that was just deleted is still in the index.
  .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && existsSync(path))
const textOf = (path: string) => readFileSync(path, 'utf8')
/** This file names the words that it looks for. */
const others = files.filter(path => path !== 'test/house/house.test.ts')
const withText = (wanted: RegExp) => others.filter(path => wanted.test(textOf(path)))

test('the house is looked at whole', () => {
  expect(files.length).toBeGreaterThan(200)
})

test('no file is longer than five hundred lines: split it by its nouns', () => {
  expect(files.filter(path => textOf(path).split('\n').length > linesMax)).toEqual([])
})

test('a file is named for what it holds, not utils, helpers, manager, common', () => {
  const empty = /^(utils?|helpers?|manager|common|misc|shared|lib|types|constants)\b/i
  expect(files.filter(path => empty.test(basename(path)))).toEqual([])
})

test('the compiler and the linter are never silenced', () => {
  const silenced =
    /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|as any[;,)\]]|as unknown as/
  expect(withText(silenced)).toEqual([])
})

test('nothing is left for later in the code: an issue is the place for it', () => {
  expect(withText(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([])
})

test('no path of a machine and no registry stands in the code', () => {
  expect(withText(/['"`](\/work|\/root|\/farm)\/|registry\.(npm|yarn)/)).toEqual([])
})

test('no test is skipped or alone for good', () => {
  expect(withText(/\b(it|test|describe)\.(only|todo)\(/)).toEqual([])
})
