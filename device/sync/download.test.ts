import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DoorRefusal } from '../door/refused.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import { blobStoreIn } from '../evidence/blob-store.ts'
import { newDeviceKeyIn } from '../keys/device-key.ts'
import { keyFile } from '../keys/key-file.ts'
import { trialFolder } from '../trial/open-program.ts'
import type { Script, ScriptedDistrict } from '../trial/scripted-district.ts'
import { scriptedDistrict } from '../trial/scripted-district.ts'
import { download } from './download.ts'
import type { Line } from './line.ts'
import { lineTo } from './line.ts'

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let line: Line
let blobs: BlobStore

const film = randomBytes(300_000)
const sha256 = createHash('sha256').update(film).digest('hex')

beforeEach(async () => {
  folder = trialFolder()
  district = await scriptedDistrict()
  const key = newDeviceKeyIn(keyFile(join(folder.path, 'key')))
  line = lineTo({ address: district.address, device: 'd1', key, districtNow: Date.now })
  blobs = blobStoreIn(join(folder.path, 'blobs'))
})
afterEach(async () => {
  await district.close()
  folder.remove()
})

/** What a person is told of a file that did not come. */
async function refusal(script: Script): Promise<string | undefined> {
  district.script(script)
  const failure: unknown = await download(line, sha256, blobs).catch((error: unknown) => error)
  expect(blobs.has(sha256)).toBe(false)
  return failure instanceof DoorRefusal ? failure.error.code : undefined
}

test('a file that comes whole is kept', async () => {
  district.script((_asked, response) => void response.end(film))
  await download(line, sha256, blobs)
  expect(await blobs.checked(sha256)).toBe(film.length)
})

test('a file of which a bit came otherwise is not kept', async () => {
  const other = Buffer.from(film)
  other.writeUInt8(other.readUInt8(7) ^ 1, 7)
  expect(await refusal((_asked, response) => void response.end(other))).toBe('nonsense')
})

test('a way that breaks in the middle is a district that can’t be reached, and nothing of the file is kept', async () => {
  const cut: Script = (_asked, response) => {
    response.setHeader('content-length', film.length)
    response.write(film.subarray(0, 1_000), () => response.destroy())
  }
  expect(await refusal(cut)).toBe('unreachable')
})
