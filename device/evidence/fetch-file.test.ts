import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { DoorRefusal } from '../door/refused.ts'
import { sentMark } from '../sync/sent-mark.ts'
import type { Line } from '../sync/line.ts'
import { lineTo } from '../sync/line.ts'
import { newDeviceKeyIn } from '../keys/device-key.ts'
import { keyFile } from '../keys/key-file.ts'
import { eachLibrary } from '../trial/each-library.ts'
import { claimOf, piece, shaOf } from '../trial/library.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import { scriptedDistrict } from '../trial/scripted-district.ts'
import { fetchFile } from './fetch-file.ts'

// A file that is fetched to be looked at is somebody's own or another's, or nobody's any more by the time it is here.

const library = eachLibrary()
let district: ScriptedDistrict
let line: Line
beforeEach(async () => {
  district = await scriptedDistrict()
  const key = newDeviceKeyIn(keyFile(join(library.folder, 'key')))
  line = lineTo({ address: district.address, device: 'd1', key, districtNow: Date.now })
})
afterEach(async () => {
  await district.close()
})

const sha = shaOf('p')
const fetched = () => fetchFile({ ...library, clock: Date.now }, line, sha)
const unsent = () => {
  const { store, owner } = library
  const where = { owner, trashed: 0 }
  const ask = { sha: 'sha', where, not: { shown: 'unsure' }, order: 'added' }
  return store.unsent(EvidenceRecord, { ...ask, mark: sentMark(store) })
}

test('that of a piece of one’s own can go up again from here, once the district may have let it go', async () => {
  const { store, blobs, owner } = library
  store.seed([piece(owner, 'p')])
  district.script((_asked, response) => void response.end('p'))
  await fetched()
  expect(blobs.has(sha)).toBe(true)
  // The district has just given it out.
  expect(unsent()).toEqual([])
  store.setMeta(sentMark(store) + sha, '')
  expect(unsent()).toEqual([{ sha256: sha, sizeBytes: 7, mediaType: 'application/pdf' }])
})

test('that of another’s claim is only looked at', async () => {
  const { store, blobs } = library
  store.seed([claimOf('jonah', 'c', 'in_review', [piece('jonah', 'p')])])
  district.script((_asked, response) => void response.end('p'))
  await fetched()
  expect(blobs.has(sha)).toBe(true)
  store.setMeta(sentMark(store) + sha, '')
  expect(unsent()).toEqual([])
})

test('one whose piece was deleted while it was on its way is not here, and is told to be gone', async () => {
  const { store, blobs, owner } = library
  store.seed([piece(owner, 'p', { trashedAt: 1 })])
  district.script((_asked, response) => {
    store.seed([piece(owner, 'p', { trashedAt: 1, deletedAt: 2, file: undefined })])
    response.end('p')
  })
  const failure: unknown = await fetched().catch((error: unknown) => error)
  expect(failure instanceof DoorRefusal ? failure.error.code : failure).toBe('not_found')
  expect(blobs.has(sha)).toBe(false)
})
