import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingSchema } from '../../core/health/finding.ts'
import { KeyChangeRecord } from '../../core/joint-act/key-change.ts'
import { agreedMs } from '../../core/joint-act/key-change.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { bodyOn } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, jsonIn } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { keysWhileStopped } from '../trial/keys.ts'
import { z } from 'zod'

// security.md row 35: a change of the keys that badges rest on needs two people, or is told to all.

let district: TrialDistrict
let ruth: TrialDevice
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict({ publicUrl: 'https://record.example.org' })
  ruth = await joined(district, 'ruth')
  desmond = await joined(district, 'desmond')
})
afterAll(() => district.close())

const rotation = { what: 'rotate', reason: 'Once a year.' }
const asked = async (by: TrialDevice, input: object = rotation) =>
  (await by.act('key-change.ask', input)).id('key-change')
const refusedTo = async (by: TrialDevice, change: string) => {
  const [result] = await by.push([{ name: 'key-change.agree', input: { change } }])
  return result?.status === 'refused' ? result.refusal.code : result?.status
}
const nobody = { code: 2, out: '' }

test('nothing is changed where nobody asked, nobody agreed, one agreed with themselves, or another said no', async () => {
  expect(await keysWhileStopped(district, ['rotate'])).toMatchObject(nobody)
  const change = await asked(ruth)
  expect(await keysWhileStopped(district, ['rotate'])).toMatchObject(nobody)
  expect(await refusedTo(ruth, change)).toBe('key_change_own')
  const elsewhere = await joined(district, 'ruth')
  expect(await refusedTo(elsewhere, change)).toBe('key_change_own')
  await desmond.act('key-change.decline', { change })
  const ran = await keysWhileStopped(district, ['rotate'])
  expect(ran).toMatchObject(nobody)
  expect(ran.error).toContain('Nobody agreed to this')
})

test('what two agreed to is done once, only so, and only for a week', async () => {
  const change = await asked(desmond)
  await ruth.act('key-change.agree', { change })
  // Another change than the one they agreed to.
  const other = ['compromise', 'key-1', '--from', '2026-11-24T16:00:00Z']
  expect(await keysWhileStopped(district, other)).toMatchObject(nobody)
  const ran = await keysWhileStopped(district, ['rotate'])
  expect(ran).toMatchObject({ code: 0, error: '' })
  expect(ran.out).toContain('Two people agreed to this in the app')
  await ruth.until(() => bodyOn(ruth, KeyChangeRecord, change)?.doneAt)
  expect(bodyOn(ruth, KeyChangeRecord, change)).toMatchObject({ state: 'done', decidedBy: 'ruth' })
  expect(bodyOn(ruth, KeyChangeRecord, change)?.isAlone).toBeUndefined()
  expect(await keysWhileStopped(district, ['rotate'])).toMatchObject(nobody)

  await ruth.act('key-change.agree', { change: await asked(desmond) })
  district.move(agreedMs)
  expect(await keysWhileStopped(district, ['rotate'])).toMatchObject(nobody)
})

test('since when a key is given up is what two agreed to, not what is typed', async () => {
  const from = district.now() - 1_000
  const about = { what: 'compromise', key: 'key-2', from, reason: 'A laptop was stolen.' }
  await ruth.act('key-change.agree', { change: await asked(desmond, about) })
  const later = ['compromise', 'key-2', '--from', new Date(district.now()).toISOString()]
  expect(await keysWhileStopped(district, later)).toMatchObject(nobody)
  const ran = await keysWhileStopped(district, ['compromise', 'key-2'])
  expect(ran).toMatchObject({ code: 0, error: '' })
  expect(ran.out).toContain(new Date(from).toISOString().slice(0, 19))
})

test('who does it alone has to say why, and every officer and administrator is told, once', async () => {
  expect(await keysWhileStopped(district, ['rotate', '--alone', ' '])).toMatchObject(nobody)
  const ran = await keysWhileStopped(district, ['rotate', '--alone', 'All laptops were lost.'])
  expect(ran).toMatchObject({ code: 0, error: '' })
  expect(ran.out).toContain('This is done by you alone')
  await district.restart()
  for (const device of [ruth, desmond]) {
    const told = () =>
      [...device.records.keys()]
        .filter(key => key.startsWith('key-change/'))
        .map(key => bodyOn(device, KeyChangeRecord, key.slice('key-change/'.length)))
        .filter(change => change?.isAlone === true)
    await device.until(() => (told().length > 0 ? true : undefined))
    expect(told()).toMatchObject([{ reason: 'All laptops were lost.', proposedBy: 'operator' }])
  }
  const health = await desmond.ask({ method: 'GET', target: districtPaths.health })
  const { findings } = z.object({ findings: z.array(findingSchema) }).parse(jsonIn(health))
  expect(findings.find(({ code }) => code === 'keys_alone')).toMatchObject({
    state: 'look',
    facts: { why: 'All laptops were lost.' },
  })
})
