import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { electronBinary } from './electron-binary.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'electron-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (...names: string[]) => {
  mkdirSync(join(folder, ...names.slice(0, -1)), { recursive: true })
  writeFileSync(join(folder, ...names), names.at(-1) === 'path.txt' ? 'electron' : '')
}

test('a package as npm leaves it has no binary yet', () => {
  expect(electronBinary(folder, {})).toBeUndefined()
})

test('a binary that path.txt names has to be there', () => {
  put('path.txt')
  expect(electronBinary(folder, {})).toBeUndefined()
  put('dist', 'electron')
  expect(electronBinary(folder, {})).toBe(join(folder, 'dist', 'electron'))
})

test('a binary of one’s own goes first', () => {
  put('own', 'electron')
  const own = join(folder, 'own')
  expect(electronBinary(folder, { ELECTRON_OVERRIDE_DIST_PATH: own })).toBe(join(own, 'electron'))
})
