import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import type { DeviceRow } from '../../contract/sync/join.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { done } from '../trial/done.ts'
import { invitedBy, joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Road } from '../trial/road.ts'
import { roadTo } from '../trial/road.ts'
import { syncStateOf } from '../trial/sync-state.ts'

// The district let a computer in, and the computer never heard so: whatever is tried then, it comes in, with all that
// was made on it before.
let folder: ReturnType<typeof trialFolder>
let district: DemoDistrict
let road: Road
let laptop: OpenProgram
let administrator: OpenProgram
const open = (name: string) => openProgram(folder.path, { random: () => 0 }, name)
const codeOf = (id: string) => district.people.find(person => person.id === id)?.code ?? ''

beforeEach(async () => {
  folder = trialFolder()
  district = await startDemoDistrict(join(folder.path, 'district'))
  road = await roadTo(district.address)
  administrator = await open('administrator')
  await joinWith(administrator, district.address, codeOf('desmond'))
  laptop = await open('laptop')
  await laptop.post('/api/setup', { alone: { name: 'Maya' } })
  await done(laptop, 'goal.add', { layer: 'personal', title: 'Made before' })
  road.loseAnswersOf(districtPaths.join)
  expect((await setUp(codeOf('maya'))).status).not.toBe(200)
  road.loseAnswersOf(undefined)
}, 60_000)
afterEach(async () => {
  for (const program of [laptop, administrator]) await program.close()
  await road.cut()
  await district.close()
  folder.remove()
})

const setUp = (code: string) => laptop.post('/api/setup', { join: { address: road.address, code } })
const devicesOfMaya = async (): Promise<readonly DeviceRow[]> => {
  const answer = await administrator.knock('/api/district/devices')
  const told: { devices: readonly DeviceRow[] } = JSON.parse(await answer.text())
  return told.devices.filter(({ person }) => person === 'maya')
}
/** What was made alone stands in the district. */
async function isIn(): Promise<void> {
  await vi.waitFor(
    async () => {
      expect((await syncStateOf(laptop)).state).toBe('record')
      const { goals } = await laptop.query('plan', {})
      expect(goals.filter(({ body }) => body.title === 'Made before')).toMatchObject([
        { sight: 'record', body: { owner: 'maya' } },
      ])
    },
    { timeout: 20_000, interval: 100 },
  )
}

test('the same code again', async () => {
  expect((await setUp(codeOf('maya'))).status).toBe(200)
  await isIn()
  expect(await devicesOfMaya()).toHaveLength(1)
})

test('a fresh code', async () => {
  expect((await setUp(await invitedBy(administrator, 'maya'))).status).toBe(200)
  await isIn()
  expect(await devicesOfMaya()).toHaveLength(1)
})

test('a fresh code after somebody sent away the computer that nobody knew of, also where that answer is lost', async () => {
  const [unknown] = await devicesOfMaya()
  await administrator.post('/api/district/devices/revoke', { device: unknown?.device })
  const code = await invitedBy(administrator, 'maya')
  // The no arrives, and the yes to its new name does not.
  expect((await setUp(codeOf('maya'))).status).not.toBe(200)
  road.loseAnswersOf(districtPaths.join)
  await setUp(code)
  road.loseAnswersOf(undefined)
  expect((await setUp(code)).status).toBe(200)
  await isIn()
  const devices = await devicesOfMaya()
  expect(devices.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
  expect(devices).toHaveLength(2)
})
