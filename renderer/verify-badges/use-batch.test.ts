import { afterEach, expect, test, vi } from 'vitest'
import { DoorRefused } from '../door/door.ts'
import { followOn } from './use-batch.ts'
import { verifying } from './verifying-door.ts'

afterEach(() => void vi.restoreAllMocks())
const counts = { fails: 0, unknown: 0, unread: 0, apart: 0, holds: 1 }
const rest = {
  at: 'rest' as const,
  counts: { ...counts, all: 1, waiting: 0, stopped: 0, open: 0 },
  tookMs: 1,
}

test('a program that was ended is asked again until it is back, and then the list goes on by itself', async () => {
  let asked = 0
  vi.spyOn(verifying, 'progress').mockImplementation(async (_batch, _signal, told) => {
    asked += 1
    if (asked < 3) throw new TypeError('Failed to fetch')
    // It is there again, and only starting.
    if (asked < 4) throw new DoorRefused(503, { code: 'program_gone' })
    told(rest)
  })
  const told: unknown[] = []
  await followOn(
    'b',
    new AbortController().signal,
    one => told.push(one),
    async () => {},
  )
  expect(asked).toBe(4)
  expect(told[0]).toBeInstanceOf(TypeError)
  expect(told.at(-1)).toBeUndefined()
})

test('what the program itself says stops it is told once, and waits for a person', async () => {
  let asked = 0
  vi.spyOn(verifying, 'progress').mockImplementation(async (_batch, _signal, told) => {
    asked += 1
    told({ at: 'failed', error: { code: 'disk_full' } })
  })
  const told: unknown[] = []
  await followOn(
    'b',
    new AbortController().signal,
    one => told.push(one),
    async () => {},
  )
  expect(asked).toBe(1)
  expect(told).toEqual([expect.any(DoorRefused)])
})
