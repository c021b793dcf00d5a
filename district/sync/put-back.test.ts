import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthReply } from '../../contract/sync/health.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { joined, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// A snapshot of the disk, or a dump of PostgreSQL, is put in the place of the record, and nobody says so.

let district: TrialDistrict
let desmond: TrialDevice
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const said = async () => {
  const { body } = await desmond.ask({ method: 'GET', target: districtPaths.health })
  const { findings } = healthReply.parse(JSON.parse(body.toString()))
  return findings.find(({ code }) => code === 'restored_unsaid')
}
const timesTold = () => district.log().split('"what":"record put back unsaid"').length - 1

test('the first computer that was told more shows it: another life begins for all, and it is told', async () => {
  await desmond.pull()
  await district.keepCopy()
  const goal = await maya.act('goal.add', { layer: 'personal', title: 'After the copy' })
  await maya.pull()
  const before = district.program().house.epoch()
  await district.bringBack(false)
  expect(district.program().house.epoch()).toBe(before)
  expect([timesTold(), await said()]).toEqual([0, undefined])

  await maya.pull()
  const life = district.program().house.epoch()
  expect([life === before, timesTold()]).toEqual([false, 1])
  expect(await said()).toMatchObject({ state: 'mend', facts: { at: district.now() } })
  const again = { layer: 'personal', title: 'After the copy' }
  await maya.push([{ name: 'goal.add', input: again, n: Number(goal.key.split(':')[1]) }])
  await maya.pull()
  expect([...maya.records.values()].map(body => body['title'])).toContain('After the copy')
  await desmond.pull()
  expect([district.program().house.epoch(), timesTold()]).toEqual([life, 1])
})

test('the next start does what a restore asks for besides, once, and begins no further life', async () => {
  const code = await district.invite('jonah')
  const life = district.program().house.epoch()
  await district.restart()
  expect(district.program().house.epoch()).toBe(life)
  const joining = async (by: string) => (await new TrialDevice(district).join(by)).status
  expect(await joining(code)).not.toBe(200)
  expect(await said()).toMatchObject({ state: 'look' })
  const later = await district.invite('jonah')
  await district.restart()
  expect(await joining(later)).toBe(200)
})
