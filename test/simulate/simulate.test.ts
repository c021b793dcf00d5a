import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Prepared } from './prepare.ts'
import { joinedWorld, kept } from './prepare.ts'
import { run } from './run.ts'
import { inMemory, onFiles } from './storage.ts'

const operations = 12
const seed = 7
let base: string
let prepared: Prepared
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'simulate-'))
  prepared = kept(await joinedWorld(join(base, 'begun')))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const played = (storage = inMemory) =>
  run(prepared, { seed, operations, storage, mistake: undefined, folder: join(base, 'run') })

test('the same seed is the same run, step by step', async () => {
  const first = await played()
  expect(first.broken).toBeUndefined()
  expect(first.counts.get('operations')).toBeGreaterThanOrEqual(operations)
  expect((await played()).hash).toBe(first.hash)
})

test('on files it is the same run as in memory', async () => {
  expect((await played(onFiles)).hash).toBe((await played()).hash)
})
