import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endAt } from './faults.ts'
import { give } from './give.ts'
import type { Prepared } from './prepare.ts'
import { endWorld, joinedWorld, kept, worldFrom } from './prepare.ts'
import { restOf } from './rest.ts'
import { run } from './run.ts'
import { untilCalm } from './steps.ts'
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

const beginning = (storage = inMemory) => ({
  seed,
  storage,
  mistake: undefined,
  folder: join(base, 'run'),
})
const played = (storage = inMemory) => run(prepared, { ...beginning(storage), operations })

test('the same seed is the same run, step by step', async () => {
  const first = await played()
  expect(first.broken).toBeUndefined()
  expect(first.counts.get('operations')).toBeGreaterThanOrEqual(operations)
  expect((await played()).hash).toBe(first.hash)
})

test('on files it is the same run as in memory', async () => {
  expect((await played(onFiles)).hash).toBe((await played()).hash)
})

test('a computer whose right ends while everything comes to rest is waited for no longer', async () => {
  const world = await worldFrom(prepared, beginning(), { all: true })
  const [lost, own] = world.devices.filter(({ person }) => person === 'ana')
  if (lost === undefined || own === undefined) throw new Error('ana has two computers')
  lost.isOffline = true
  await give(world, lost, 'goal.add', { layer: 'personal', title: 'A goal' })
  endAt(world, own, lost)
  await untilCalm(world, restOf(world))
  expect([...world.ledger.endedDevices.keys()]).toEqual([lost.name])
  expect(lost.place.store.outboxStates()).toHaveLength(1)
  await endWorld(world)
})
