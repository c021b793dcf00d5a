import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicesReply } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, jsonIn } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const call = async (by: TrialDevice, device: TrialDevice, name: string) =>
  (await by.askJson('POST', districtPaths.ownDevices, { device: device.name, name })).status
const told = async (to: TrialDevice, target: string, of: TrialDevice) =>
  devicesReply
    .parse(jsonIn(await to.ask({ method: 'GET', target })))
    .devices.find(one => one.device === of.name)?.name

test('a person calls any of their computers as they like; they and who administers them read it', async () => {
  const atHome = await joined(district, 'maya')
  const atSchool = await joined(district, 'maya')
  const desmond = await joined(district, 'desmond')
  const jonah = await joined(district, 'jonah')
  expect(await call(atSchool, atHome, '  Maya’s, in the kitchen ')).toBe(200)
  expect(await told(atSchool, districtPaths.ownDevices, atHome)).toBe('Maya’s, in the kitchen')
  expect(await told(desmond, districtPaths.devices, atHome)).toBe('Maya’s, in the kitchen')
  // Of their own an administrator is told alone, however many the district has.
  expect(await told(desmond, districtPaths.ownDevices, atHome)).toBeUndefined()
  expect(await told(jonah, districtPaths.devices, atHome)).toBeUndefined()
  await jonah.pull()
  expect(JSON.stringify([...jonah.records.values()])).not.toContain('kitchen')
})

test('nobody calls another’s computer anything, an administrator neither', async () => {
  const maya = await joined(district, 'maya')
  for (const who of ['desmond', 'jonah'])
    expect(await call(await joined(district, who), maya, 'Mine')).toBe(404)
  expect(await told(maya, districtPaths.ownDevices, maya)).toBe('Canary laptop')
})

test('a name is of one letter at least, and of sixty at most, each of which every database keeps', async () => {
  const maya = await joined(district, 'maya')
  expect(await call(maya, maya, 'x'.repeat(60))).toBe(200)
  for (const name of ['', '  ', 'x'.repeat(61), 'a\0b', 'a\ud800'])
    expect(await call(maya, maya, name)).toBe(400)
  expect(await told(maya, districtPaths.ownDevices, maya)).toBe('x'.repeat(60))
})

test('the end of a computer’s access leaves its name: the list still tells which one it was', async () => {
  const lost = await joined(district, 'maya')
  const maya = await joined(district, 'maya')
  await call(lost, lost, 'Lost on the bus')
  await maya.askJson('POST', districtPaths.revocations, { device: lost.name })
  expect(await told(maya, districtPaths.ownDevices, lost)).toBe('Lost on the bus')
  expect(await call(lost, lost, 'Found')).toBe(403)
})
