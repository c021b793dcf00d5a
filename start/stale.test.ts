import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from './stale.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stale-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, atSeconds: number) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, atSeconds, atSeconds)
}
const stale = () => isStale(join(folder, 'dist', 'index.html'), [join(folder, 'src')])

test('what was never built is stale', () => {
  write('src/a.ts', 100)
  expect(stale()).toBe(true)
})

test('what is newer than all of its sources is not built again', () => {
  write('src/deep/a.ts', 100)
  write('dist/index.html', 200)
  expect(stale()).toBe(false)
})

test('one changed file, however deep, makes it stale', () => {
  write('src/deep/deeper/a.ts', 300)
  write('dist/index.html', 200)
  expect(stale()).toBe(true)
})

test('a changed test builds nothing', () => {
  write('src/a.test.ts', 300)
  write('src/a.ts', 100)
  write('dist/index.html', 200)
  expect(stale()).toBe(false)
})
