import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GoalRecord } from '../../core/plan/record.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Place } from './place.ts'
import { openPlace } from './place.ts'
import { act } from './act.ts'

let folder: ReturnType<typeof trialFolder>
beforeEach(() => {
  folder = trialFolder()
})
afterEach(() => folder.remove())

function opened(path: string): Place {
  const place = openPlace(path, {
    clock: Date.now,
    random: () => 0.5,
    holdMs: () => undefined,
    onChanged: () => undefined,
    onSync: () => undefined,
    onDefect: error => {
      throw error
    },
  })
  if ('failed' in place) throw new Error(place.failed)
  return place
}

test('kill -9 in the middle of typing loses no stroke that was told as kept', async () => {
  const path = join(folder.path, 'data')
  const typist = fileURLToPath(new URL('../trial/typist.ts', import.meta.url))
  const child = spawn(process.execPath, [typist, path, '200'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = 0
  const died = new Promise(resolve => child.once('exit', (_code, signal) => resolve(signal)))
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line)
    if (told === 120) child.kill('SIGKILL')
  }
  expect(await died).toBe('SIGKILL')
  expect(told).toBeGreaterThanOrEqual(120)
  const place = opened(path)
  const [goal] = await place.store.seen.list(GoalRecord, {})
  expect(goal?.rec.body.why.length).toBeGreaterThanOrEqual(told)
  expect(place.closedUnexpectedlyAt).toBeGreaterThan(0)
  await place.close()
})

test('a program that closed in order says nothing about a crash', async () => {
  const path = join(folder.path, 'data')
  await opened(path).close()
  const again = opened(path)
  expect(again.closedUnexpectedlyAt).toBeUndefined()
  await again.close()
})

test('damaged records are shown read-only from the last good backup, and stay as they are', async () => {
  const path = join(folder.path, 'data')
  const first = opened(path)
  act(first, 'goal.add', { layer: 'personal', title: 'Before the damage' })
  await first.close()
  const file = join(path, 'record.sqlite')
  const handle = openSync(file, 'r+')
  for (let at = 4_096; at < statSync(file).size; at += 4_096)
    writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, at)
  closeSync(handle)
  const damaged = readFileSync(file)

  const open = await openProgram(folder.path)
  const session = JSON.parse(await (await open.knock('/api/session')).text())
  expect(session.readOnly.since).toBeGreaterThan(0)
  const { goals } = await open.query('plan', {})
  expect(goals.map(goal => goal.body.title)).toEqual(['Before the damage'])
  const answer = await open.post('/api/commands', {
    name: 'goal.add',
    input: { layer: 'personal', title: 'After' },
  })
  expect([answer.status, await answer.json()]).toEqual([409, { code: 'read_only' }])
  await open.close()
  expect(readFileSync(file).equals(damaged)).toBe(true)
})

test('damaged records without any backup are left alone, and nothing can be written over them', async () => {
  const path = join(folder.path, 'data')
  await opened(path).close()
  rmSync(join(path, 'backups'), { recursive: true })
  writeFileSync(join(path, 'record.sqlite'), 'not a database at all, but quite some text in it')
  const place = opened(path)
  expect(place.readOnly).toEqual({ since: undefined })
  expect(() => act(place, 'goal.add', { layer: 'personal', title: 'x' })).toThrow('read_only')
  await place.close()
  expect(readFileSync(join(path, 'record.sqlite'), 'utf8')).toMatch(/^not a database/)
  expect(existsSync(join(path, 'backups'))).toBe(false)
})
