import { afterEach, beforeEach, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { done } from '../trial/done.ts'
import { devicesToldTo, invitedBy } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { untilInRecord } from '../trial/sync-state.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// The district let a computer in, and the computer never heard so: whatever is tried then, it comes in, with all that
// was made on it before.
let trial: TrialDistrict
let laptop: OpenProgram
let administrator: OpenProgram

beforeEach(async () => {
  trial = await trialDistrict()
  administrator = await trial.joined('administrator', 'desmond')
  laptop = await trial.open('laptop')
  await laptop.post('/api/setup', { alone: { name: 'Maya' } })
  await done(laptop, 'goal.add', { layer: 'personal', title: 'Made before' })
  trial.road.loseAnswersOf(districtPaths.join)
  expect((await setUp(trial.codeOf('maya'))).status).not.toBe(200)
  trial.road.loseAnswersOf(undefined)
}, 60_000)
afterEach(() => trial.close())

const setUp = (code: string) =>
  laptop.post('/api/setup', { join: { address: trial.road.address, code } })
const devicesOfMaya = async () =>
  (await devicesToldTo(administrator)).filter(({ person }) => person === 'maya')
/** What was made alone stands in the district. */
async function isIn(): Promise<void> {
  await untilInRecord(laptop)
  await untilPasses(async () => {
    const { goals } = await laptop.query('plan', {})
    expect(goals.filter(({ body }) => body.title === 'Made before')).toMatchObject([
      { sight: 'record', body: { owner: 'maya' } },
    ])
  })
}

test('the same code again', async () => {
  expect((await setUp(trial.codeOf('maya'))).status).toBe(200)
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
  expect((await setUp(trial.codeOf('maya'))).status).not.toBe(200)
  trial.road.loseAnswersOf(districtPaths.join)
  await setUp(code)
  trial.road.loseAnswersOf(undefined)
  expect((await setUp(code)).status).toBe(200)
  await isIn()
  const devices = await devicesOfMaya()
  expect(devices.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
  expect(devices).toHaveLength(2)
})
