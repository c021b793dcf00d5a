import { expect, test } from 'vitest'
import type { Result } from '../../db/wire.ts'
import { busyTriesMax, nothingStuck, type Stuck } from './stuck.ts'

const busy: Result = { status: 'wait', on: 'busy' }
const mutation = (key: string, after: readonly string[] = []) => ({
  ...{ key, name: 'goal.add', input: {}, stamp: '', doneAt: 0 },
  after,
})
const say = (stuck: Stuck, key: string, result: Result, times = 1, nowMs = 0) => {
  for (let n = 0; n < times; n++) stuck.note([[key, result]], nowMs)
}
const awake = (stuck: Stuck, nowMs: number, ...mutations: ReturnType<typeof mutation>[]) =>
  stuck.awake(mutations, nowMs).map(({ key }) => key)

test('a busy district is asked again at once, until the number of tries is reached; then it is told', () => {
  const stuck = nothingStuck()
  say(stuck, 'd:1', busy, busyTriesMax - 1)
  expect(stuck.count()).toBe(0)
  expect(awake(stuck, 1, mutation('d:1'))).toEqual(['d:1'])
  say(stuck, 'd:1', busy)
  expect(stuck.count()).toBe(1)
  expect(awake(stuck, 1, mutation('d:1'), mutation('d:2'))).toEqual(['d:2'])
})

test('what waits for a command that rests, rests with it; everything else goes on', () => {
  const stuck = nothingStuck()
  say(stuck, 'd:1', busy, busyTriesMax)
  const all = [mutation('d:1'), mutation('d:2', ['d:1']), mutation('d:3', ['d:2']), mutation('d:4')]
  expect(awake(stuck, 1, ...all)).toEqual(['d:4'])
})

test('each further try makes the rest longer, up to half an hour', () => {
  const stuck = nothingStuck()
  const rests: number[] = []
  let now = 0
  say(stuck, 'd:1', busy, busyTriesMax - 1)
  for (let n = 0; n < 9; n++) {
    say(stuck, 'd:1', busy, 1, now)
    const from = now
    while (awake(stuck, now, mutation('d:1')).length === 0) now += 1_000
    rests.push(now - from)
  }
  expect(rests.slice(0, 3)).toEqual([30_000, 60_000, 120_000])
  expect(rests.at(-1)).toBe(1_800_000)
  expect(rests).toEqual(rests.toSorted((a, b) => a - b))
})

test('any other answer, or a command that is gone, ends it', () => {
  const stuck = nothingStuck()
  for (const key of ['d:1', 'd:2', 'd:3']) say(stuck, key, busy, busyTriesMax)
  say(stuck, 'd:1', { status: 'applied', at: 1 })
  stuck.keepOnly(new Set(['d:2']))
  expect(stuck.count()).toBe(1)
  expect(stuck.resting(1)).toBe(1)
})

test('whoever asks now gets an answer now, and is told all the same', () => {
  const stuck = nothingStuck()
  say(stuck, 'd:1', busy, busyTriesMax)
  stuck.wake()
  expect(awake(stuck, 1, mutation('d:1'))).toEqual(['d:1'])
  expect(stuck.count()).toBe(1)
})

test('what waits long for another command is asked about once a minute, at once when something was decided, and is told of apart', () => {
  const stuck = nothingStuck()
  const after: Result = { status: 'wait', on: 'after' }
  say(stuck, 'd:1', after, busyTriesMax - 1)
  expect(stuck.laterCount()).toBe(0)
  expect(awake(stuck, 1, mutation('d:1'))).toEqual(['d:1'])
  say(stuck, 'd:1', after)
  expect(awake(stuck, 59_999, mutation('d:1'), mutation('d:2'))).toEqual(['d:2'])
  expect(awake(stuck, 60_000, mutation('d:1'))).toEqual(['d:1'])
  expect([stuck.count(), stuck.laterCount()]).toEqual([0, 1])
  say(stuck, 'd:2', { status: 'applied', at: 1 })
  expect(awake(stuck, 1, mutation('d:1'))).toEqual(['d:1'])
  say(stuck, 'd:1', { status: 'applied', at: 2 })
  expect(stuck.laterCount()).toBe(0)
})
