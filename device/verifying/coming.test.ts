import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ComingRow } from '../../db/verifying-store/coming.ts'
import { startComing } from './coming.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function comingWith(...before: readonly ComingRow[]) {
  const kept = new Map(before.map(row => [row.id, row]))
  const told: string[] = []
  const coming = startComing({
    rows: {
      begin: row => void kept.set(row.id, row),
      end: id => void kept.delete(id),
      all: () => [...kept.values()],
    },
    onBroken: (batch, name) => void told.push(`${batch} ${name} broke off`),
    onEnd: batch => void told.push(`${batch} ended`),
    onDefect: error => void told.push(String(error)),
  })
  return { coming, kept, told }
}

test('what was on its way when the program ended is told once as broken off', () => {
  const { coming, kept, told } = comingWith({ id: 'i', batch: 'b', name: 'hires' })
  expect(told).toEqual(['b hires broke off'])
  expect(kept.size).toBe(0)
  expect(coming.isComing('b')).toBe(false)
})

test('what is all there leaves nothing behind', () => {
  const { coming, kept, told } = comingWith()
  const arriving = coming.begin('b', 'hires')
  expect(coming.isComing('b')).toBe(true)
  arriving.done()
  arriving.broken()
  expect(told).toEqual(['b ended'])
  expect(kept.size).toBe(0)
})

test('a folder whose files stay away for a minute broke off; each file gives it another minute', () => {
  const { coming, told } = comingWith()
  coming.begin('b', 'hires', true)
  for (let file = 0; file < 5; file += 1) {
    vi.advanceTimersByTime(50_000)
    coming.touch('b')
  }
  expect(told).toEqual([])
  vi.advanceTimersByTime(61_000)
  expect(told).toEqual(['b hires broke off', 'b ended'])
})

test('who stops a batch stops its folder at once, and its zip where it is', () => {
  const { coming, told } = comingWith()
  coming.begin('b', 'folder', true)
  const zip = coming.begin('b', 'zip')
  const other = coming.begin('c', 'zip')
  coming.stop('b')
  expect(told).toEqual(['b folder broke off', 'b ended'])
  expect([zip.isStopped(), other.isStopped()]).toEqual([true, false])
})

test('a full disk keeps what is on its way written down, for the next start to tell', () => {
  const told: string[] = []
  startComing({
    rows: {
      begin: () => undefined,
      end() {
        throw new Error('disk is full')
      },
      all: () => [{ id: 'i', batch: 'b', name: 'hires' }],
    },
    onBroken: () => undefined,
    onEnd: () => undefined,
    onDefect: error => void told.push(String(error)),
  })
  expect(told).toEqual(['Error: disk is full'])
})
