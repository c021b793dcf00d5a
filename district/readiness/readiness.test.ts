import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonIn, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import type { Ailment } from './readiness.ts'
import { databaseMsMax, freeBytesLeast, readinessOf, reactionMsMax } from './readiness.ts'
import { readinessPaths } from './paths.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const asked = (target: string, method = 'GET') => send(district.address, { method, target })

test('anyone may ask whether it is alive and ready, hears nothing else, and fills no log', async () => {
  const before = district.log()
  expect(jsonIn(await asked(readinessPaths.alive))).toEqual({ alive: true })
  expect(jsonIn(await asked(readinessPaths.ready))).toEqual({ ready: true })
  expect((await asked(readinessPaths.ready, 'HEAD')).status).toBe(200)
  expect(district.log()).toBe(before)
})

test('a district that is about to stop is alive, not ready, and sends whoever comes away', async () => {
  const other = await trialDistrict()
  other.program().endSoon()
  const status = async (target: string) =>
    (await send(other.address, { method: 'GET', target })).status
  expect(await status(readinessPaths.alive)).toBe(200)
  expect(await status(readinessPaths.ready)).toBe(503)
  expect(await status('/sync/v1/about')).toBe(503)
  await other.close()
})

interface Told {
  readonly ailments: readonly Ailment[]
  readonly lines: readonly string[]
}

/** What is found where something is not as it is in a district that is well. */
async function found(sick: {
  readonly roundAt?: number
  readonly freeBytes?: number
  readonly store?: object
}): Promise<Told> {
  const { house } = district.program()
  const lines: string[] = []
  const readiness = readinessOf({
    house: {
      ...house,
      store: { ...house.store, ...sick.store },
      tell: { worked: (what, facts) => lines.push(`${what} ${JSON.stringify(facts)}`) },
    },
    dataFolder: district.dataFolder,
    reactions: { roundAt: () => sick.roundAt ?? 1_000_000 },
    now: () => 1_000_000,
    ...(sick.freeBytes === undefined ? {} : { freeBytes: async () => sick.freeBytes ?? 0 }),
  })
  const ailments = await readiness.ailments()
  // Asked at once again, it is not looked for again.
  expect(await readiness.ailments()).toBe(ailments)
  return { ailments, lines }
}

test('what is wrong is told in the log, once, and is a word of a list', async () => {
  expect(await found({})).toEqual({ ailments: [], lines: [] })
  expect((await found({ freeBytes: freeBytesLeast })).ailments).toEqual([])
  expect(await found({ freeBytes: freeBytesLeast - 1 })).toEqual({
    ailments: ['disk'],
    lines: ['health {"wrong":"disk"}'],
  })
  expect((await found({ roundAt: 1_000_000 - reactionMsMax })).ailments).toEqual([])
  expect((await found({ roundAt: 1_000_000 - reactionMsMax - 1 })).ailments).toEqual(['reactions'])
  const store = { meta: () => Promise.reject(new Error('away')) }
  expect((await found({ store })).ailments).toEqual(['database'])
})

test(
  'a database that never answers is not waited for',
  async () => {
    const store = { meta: () => new Promise(() => undefined) }
    expect((await found({ store })).ailments).toEqual(['database'])
  },
  databaseMsMax + 20_000,
)
