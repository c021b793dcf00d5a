import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { HoldRecord } from '../../core/person/hold.ts'
import { askedMs, ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { joined } from '../trial/device.ts'
import type { ErasureTrial } from '../trial/erasure.ts'
import { erasureTrial } from '../trial/erasure.ts'
import { eraseDue } from './erasing.ts'

let trial: ErasureTrial
beforeAll(async () => {
  trial = await erasureTrial()
})
afterAll(() => trial.close())
beforeEach(() => trial.begun())

test('one counts and asks, another agrees, the person is told, and nothing goes for seven days', async () => {
  await trial.agreed()
  expect(await trial.stored()).toMatchObject({
    ...{ state: 'agreed', begunBy: 'desmond', askedBy: 'desmond', agreedBy: 'ruth' },
    dueAt: trial.district.now() + erasureWaitMs,
    plan: { goals: 1, files: 1, bytes: `Zyrvana film of ${trial.lea}`.length, computers: 1 },
  })
  await trial.laptop.pull()
  expect(bodyOn(trial.laptop, ErasureRecord, trial.lea)).toMatchObject({
    dueAt: trial.district.now() + erasureWaitMs,
  })
  trial.district.move(erasureWaitMs - 1)
  await trial.district.restart()
  expect(await trial.stored()).toMatchObject({ state: 'agreed' })
  expect(await trial.goalsOf()).toHaveLength(1)
  trial.district.move(1)
  await trial.district.restart()
  await trial.desmond.until(() =>
    bodyOn(trial.desmond, ErasureRecord, trial.lea)?.state === 'erased' ? true : undefined,
  )
  expect(await trial.goalsOf()).toEqual([])
})

test('who asked does not agree, on no computer of theirs; nobody decides about their own record', async () => {
  const atHome = await joined(trial.district, 'desmond')
  await trial.desmond.act('erasure.begin', { person: trial.lea, ground: 'left' })
  await trial.counted()
  await expect(trial.ruth.act('erasure.agree', { person: trial.lea })).rejects.toThrow(
    'erasure_state',
  )
  await trial.desmond.act('erasure.ask', { person: trial.lea })
  for (const device of [trial.desmond, atHome])
    await expect(device.act('erasure.agree', { person: trial.lea })).rejects.toThrow('erasure_same')
  for (const command of ['erasure.agree', 'erasure.call-off'] as const)
    await expect(trial.laptop.act(command, { person: trial.lea })).rejects.toThrow('not_here')
  await expect(
    trial.desmond.act('erasure.begin', { person: 'desmond', ground: 'wish' }),
  ).rejects.toThrow('erasure_own')
  expect(await trial.stored()).toMatchObject({ state: 'asked' })
})

test('called off in the seven days, nothing happens; begun again, it is counted and asked anew', async () => {
  await trial.agreed()
  await trial.noor.act('erasure.call-off', { person: trial.lea })
  await trial.laptop.pull()
  expect(bodyOn(trial.laptop, ErasureRecord, trial.lea)).toMatchObject({ state: 'called_off' })
  trial.district.move(erasureWaitMs * 2)
  await trial.district.restart()
  expect(await trial.goalsOf()).toHaveLength(1)
  await trial.desmond.act('erasure.begin', { person: trial.lea, ground: 'wish' })
  await trial.desmond.until(() =>
    bodyOn(trial.desmond, ErasureRecord, trial.lea)?.state === 'counted' ? true : undefined,
  )
  expect(await trial.stored()).not.toHaveProperty('agreedBy')
})

test('a yes that does not come within seven days comes too late', async () => {
  await trial.desmond.act('erasure.begin', { person: trial.lea, ground: 'wish' })
  await trial.counted()
  await trial.desmond.act('erasure.ask', { person: trial.lea })
  trial.district.move(askedMs)
  await expect(trial.ruth.act('erasure.agree', { person: trial.lea })).rejects.toThrow(
    'erasure_ended',
  )
})

test('a legal hold refuses a plan, stops one that two agreed to, and lets it go on once it is lifted', async () => {
  await trial.ruth.act('hold.put', { person: trial.lea, reason: 'Case 26-114' })
  await expect(
    trial.desmond.act('erasure.begin', { person: trial.lea, ground: 'wish' }),
  ).rejects.toThrow('erasure_held')
  await trial.laptop.pull()
  expect(bodyOn(trial.laptop, HoldRecord, trial.lea)).toBeUndefined()
  await trial.ruth.act('hold.lift', { person: trial.lea })
  await trial.agreed()
  await trial.noor.act('hold.put', { person: trial.lea, reason: 'Case 26-114' })
  trial.district.move(erasureWaitMs)
  await trial.district.restart()
  await eraseDue(trial.needs())
  expect([await trial.isErased(), (await trial.goalsOf()).length]).toEqual([false, 1])
  await trial.noor.act('hold.lift', { person: trial.lea })
  await eraseDue(trial.needs())
  expect([await trial.isErased(), (await trial.goalsOf()).length]).toEqual([true, 0])
})

test('who holds a role is not erased, also one that was given in the seven days', async () => {
  await trial.added(trial.lea, ['educator', 'coach'])
  await expect(
    trial.desmond.act('erasure.begin', { person: trial.lea, ground: 'wish' }),
  ).rejects.toThrow('erasure_role')
  await trial.added(trial.lea, ['educator'])
  await trial.agreed()
  await trial.added(trial.lea, ['educator', 'coach'])
  trial.district.move(erasureWaitMs)
  await eraseDue(trial.needs())
  expect(await trial.isErased()).toBe(false)
})
