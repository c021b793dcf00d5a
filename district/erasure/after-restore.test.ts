import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { healthReply } from '../../contract/sync/health.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { erasureWaitMs } from '../../core/erasure/record.ts'
import type { Timers } from '../../core/kit/timers.ts'
import { stillComesMs } from '../../db/district-store/still-to-come.ts'
import type { ErasureTrial } from '../trial/erasure.ts'
import { erasureTrial } from '../trial/erasure.ts'
import { eraseDue, startErasures } from './erasing.ts'

let trial: ErasureTrial
beforeAll(async () => {
  trial = await erasureTrial()
})
afterAll(() => trial.close())
beforeEach(async () => {
  await trial.begun()
  await trial.agreed()
})

type Lost = 'erasure.call-off' | 'hold.put'

/** The copy is from between the second yes and what is said after it; it comes back once the days are over. */
async function lost(command: Lost, more: object = {}) {
  await trial.district.keepCopy()
  const input = { person: trial.lea, ...more }
  const { key } = await trial.desmond.act(command, input)
  trial.district.move(erasureWaitMs)
  await trial.district.bringBack()
  await eraseDue(trial.needs())
  return { name: command, input, n: Number(key.split(':')[1]) }
}
const found = async () => {
  const { body } = await trial.desmond.ask({ method: 'GET', target: districtPaths.health })
  return healthReply.parse(JSON.parse(body.toString())).findings.map(({ code }) => code)
}
/** The district runs for as long as others may come. */
async function weekOver() {
  const { store } = trial.district.program().house
  for (let hours = 0; hours <= stillComesMs / 3_600_000; hours++) {
    trial.district.move(3_600_000)
    await store.cameBack(trial.district.now())
  }
}

test.each<[string, Lost, object]>([
  ['call-off', 'erasure.call-off', {}],
  ['hold', 'hold.put', { reason: 'Case 26-114' }],
])('a %s that the copy lacks is waited for before anything is erased', async (_w, name, more) => {
  const again = await lost(name, more)
  expect(await trial.stored()).toMatchObject({ state: 'agreed' })
  expect(await trial.goalsOf()).toHaveLength(1)
  await trial.desmond.pull()
  expect(await found()).toContain('waits_erasures')
  await trial.desmond.push([again])
  await weekOver()
  await eraseDue(trial.needs())
  expect(await trial.goalsOf()).toHaveLength(1)
  expect(await found()).not.toContain('waits_erasures')
})

test('where nobody brings one in time it is erased as two agreed', async () => {
  await lost('hold.put', { reason: 'Nobody brings it again' })
  await weekOver()
  await eraseDue(trial.needs())
  expect([await trial.isErased(), await trial.goalsOf()]).toEqual([true, []])
})

test('after a start computers may come first, whether or not a restore was told', async () => {
  trial.district.move(erasureWaitMs)
  let passedMs = 5_000
  const looks: (() => void)[] = []
  const timers: Timers = {
    passedMs: () => passedMs,
    after: () => () => undefined,
    every(_ms, look) {
      looks.push(look)
      return () => undefined
    },
  }
  const turned = async (afterMs: number) => {
    passedMs = 5_000
    let looked = 0
    const needs = trial.needs()
    const cameBack = (nowMs: number) => {
      looked++
      return needs.store.cameBack(nowMs)
    }
    const store = { ...needs.store, cameBack }
    const erasures = startErasures({ ...needs, store, timers }, 1_000)
    await expect.poll(() => looked).toBe(1)
    passedMs += afterMs
    for (const look of looks.splice(0)) look()
    await expect.poll(() => looked).toBe(2)
    await erasures.close()
  }
  await weekOver()
  await turned(999)
  expect(await trial.isErased()).toBe(false)
  await turned(1_000)
  expect(await trial.isErased()).toBe(true)
})
