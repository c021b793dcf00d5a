import { expect, test } from 'vitest'
import type { Needs } from './run.ts'
import { reactOnce } from './run.ts'
import { afterFailure, readStanding } from './standing.ts'

/** A log of changes and a place to keep a standing, as the store has them. */
function aLog(keys: readonly string[]) {
  const kept = new Map<string, string>()
  let now = 0
  const store = {
    meta: async (name: string) => kept.get(name),
    setMeta: async (name: string, value: string) => void kept.set(name, value),
    follow: async (_stream: string, after: number, most: number) =>
      keys
        .map((key, at) => ({ seq: at + 1, key }))
        .filter(c => c.seq > after)
        .slice(0, most),
  }
  const house: Needs = { store, clock: () => now, tell: { defect() {}, worked() {} } }
  return {
    kept,
    move: (ms: number) => void (now += ms),
    house,
  }
}
const signal = new AbortController().signal

test('what fails waits by itself, is tried again later, and holds nothing else up', async () => {
  const { house, kept, move } = aLog(['badge/a', 'claim/x', 'badge/b', 'badge/c'])
  const done: string[] = []
  let isBroken = true
  const reaction = {
    name: 'sign' as const,
    kind: 'badge',
    async react(id: string) {
      if (id === 'b' && isBroken) throw new Error('the signer is away')
      done.push(id)
    },
  }
  await reactOnce(house, reaction, signal)
  expect(done).toEqual(['a', 'c'])
  expect(readStanding(kept.get('reaction:sign'))).toMatchObject({
    after: 4,
    waiting: [{ id: 'b', tries: 1 }],
  })
  await reactOnce(house, reaction, signal)
  expect(done).toEqual(['a', 'c'])
  move(1_000)
  await reactOnce(house, reaction, signal)
  expect(readStanding(kept.get('reaction:sign')).waiting).toMatchObject([{ id: 'b', tries: 2 }])
  isBroken = false
  move(2_000)
  await reactOnce(house, reaction, signal)
  expect(done).toEqual(['a', 'c', 'b'])
  expect(readStanding(kept.get('reaction:sign'))).toEqual({ after: 4, waiting: [] })
})

test('what waits says why, where the disk said so, and nothing of what a defect says', async () => {
  const { house, kept } = aLog(['badge/a', 'badge/b'])
  const full = Object.assign(new Error('no space left on /srv/maya'), { code: 'ENOSPC' })
  const reaction = {
    name: 'sign' as const,
    kind: 'badge',
    react(id: string): Promise<void> {
      throw id === 'a' ? full : new TypeError('maya is not a function')
    },
  }
  await reactOnce(house, reaction, signal)
  const { waiting } = readStanding(kept.get('reaction:sign'))
  expect(waiting.map(({ id, why }) => [id, why])).toEqual([
    ['a', 'disk_full'],
    ['b', undefined],
  ])
  expect(kept.get('reaction:sign')).not.toContain('maya')
})

test('a crash before the place was kept does the work once more', async () => {
  const { house, kept } = aLog(['badge/a'])
  const done: string[] = []
  const reaction = {
    name: 'sign' as const,
    kind: 'badge',
    react: async (id: string) => void done.push(id),
  }
  await reactOnce(house, reaction, signal)
  kept.clear()
  await reactOnce(house, reaction, signal)
  expect(done).toEqual(['a', 'a'])
})

test('the pause between tries doubles, to ten minutes at most', () => {
  let standing = readStanding(undefined)
  const pauses: number[] = []
  for (let n = 0; n < 12; n++) {
    standing = afterFailure(standing, 'a', 0)
    pauses.push(standing.waiting[0]?.nextAt ?? 0)
  }
  expect(pauses.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
  expect(pauses.at(-1)).toBe(600_000)
})

test('what failed while the clock was ahead is tried again once the clock is right', async () => {
  const { house, kept, move } = aLog(['badge/a'])
  const yearMs = 365 * 86_400_000
  let tries = 0
  const reaction = {
    name: 'sign' as const,
    kind: 'badge',
    async react() {
      if (++tries === 1) throw new Error('the signer is away')
    },
  }
  move(yearMs)
  await reactOnce(house, reaction, signal)
  move(-yearMs)
  await reactOnce(house, reaction, signal)
  expect(tries).toBe(2)
  expect(readStanding(kept.get('reaction:sign')).waiting).toEqual([])
})
