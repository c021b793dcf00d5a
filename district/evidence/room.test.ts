import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomReply } from '../../contract/sync/room.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { codeIn, hashOf, joined } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { uploadLimits } from './limits.ts'

// What one person's files may take (sync.md §3.7).

const bytesMax = 1_000_000
let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict({ quotaBytes: bytesMax })
})
afterAll(() => district.close())

const fileOf = (sizeBytes: number, text: string) => Buffer.alloc(sizeBytes, text)

async function roomOf(device: TrialDevice) {
  const answer = await device.ask({ method: 'GET', target: districtPaths.room })
  return roomReply.parse(JSON.parse(answer.body.toString()))
}

test('a file for which there is no room is refused before it is sent, with how much there is', async () => {
  const maya = await joined(district, 'maya')
  expect((await maya.upload(fileOf(600_000, 'a lesson'))).status).toBe(204)
  const room = { usedBytes: 600_000, bytesMax, files: 1, filesMax: uploadLimits.ownerFilesMax }
  expect(await roomOf(maya)).toEqual(room)
  const refused = await maya.upload(fileOf(500_000, 'another'))
  expect([refused.status, codeIn(refused)]).toEqual([507, 'quota'])
  expect(JSON.parse(refused.body.toString()).facts).toEqual({ ...room, sizeBytes: 500_000 })
  // What is small enough still comes, and what is here already needs no room.
  expect((await maya.upload(fileOf(400_000, 'smaller'))).status).toBe(204)
  expect(await roomOf(maya)).toMatchObject({ usedBytes: bytesMax, files: 2 })
  expect((await maya.blob(hashOf(fileOf(600_000, 'a lesson')), {}, 'HEAD')).status).toBe(200)
})

test('what needs no room goes on, for who has none left and for everybody else', async () => {
  const maya = await joined(district, 'maya')
  expect((await roomOf(maya)).usedBytes).toBe(bytesMax)
  await maya.act('goal.add', { layer: 'personal', title: 'Still possible' })
  const jonah = await joined(district, 'jonah')
  expect(await roomOf(jonah)).toMatchObject({ usedBytes: 0, files: 0 })
  expect((await jonah.upload(fileOf(900_000, 'his'))).status).toBe(204)
})

test('what is on its way takes its room already: many begun at once do not get in together', async () => {
  const ruth = await joined(district, 'ruth')
  const begun = []
  for (let n = 0; n < 3; n++)
    begun.push(await ruth.createUpload(400_000, hashOf(fileOf(400_000, `film ${n}`))))
  expect(begun.map(({ status }) => status)).toEqual([201, 201, 507])
  expect(await roomOf(ruth)).toMatchObject({ usedBytes: 0, files: 0 })
})

test('nor do those that are begun at the same moment', async () => {
  const another = await joined(district, 'ruth')
  const begun = await Promise.all(
    [0, 1].map(n => another.createUpload(150_000, hashOf(fileOf(150_000, `reel ${n}`)))),
  )
  expect(new Set(begun.map(({ status }) => status))).toEqual(new Set([201, 507]))
})
