import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../house.ts'
import { hashOf } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { arrivalsOf } from './arrivals.ts'
import { unfinishedIn } from './unfinished.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

/** A file that is whole and not ended yet, in a house that notes files in its own way. */
async function whole(text: string, noteBlobs: House['store']['noteBlobs'], owner = 'maya') {
  const { house } = district.program()
  const unfinished = unfinishedIn(mkdtempSync(join(tmpdir(), 'uploads-')))
  const bytes = Buffer.from(text)
  const sha256 = hashOf(bytes)
  const note = { sha256, mediaType: 'image/png', sizeBytes: bytes.length, owner }
  const id = await unfinished.begin(note)
  writeFileSync(unfinished.pathOf(id), bytes)
  const arrivals = arrivalsOf(unfinished, { ...house, store: { ...house.store, noteBlobs } })
  return { sha256, end: () => arrivals.end(id, bytes.length) }
}

test('nobody is told that a file is kept before it is noted whose it is', async () => {
  const begun = Promise.withResolvers<void>()
  const lasts = Promise.withResolvers<void>()
  const { store } = district.program().house
  const { sha256, end } = await whole('kept at last', async blobs => {
    begun.resolve()
    await lasts.promise
    await store.noteBlobs(blobs)
  })
  let isTold = false
  const ending = end().finally(() => {
    isTold = true
  })
  await begun.promise
  // Time enough for all that needs no note.
  for (let turns = 0; turns < 20; turns++) await new Promise(resolve => setImmediate(resolve))
  expect(isTold).toBe(false)
  lasts.resolve()
  expect(await ending).toBe('kept')
  expect((await store.blobsWith(sha256)).map(({ owner }) => owner)).toEqual(['maya'])
})

test('where that can’t be noted the file is not said to be kept', async () => {
  const { end } = await whole('never noted', async () => {
    throw new Error('a full disk')
  })
  await expect(end()).rejects.toThrow('a full disk')
})

test('what was on its way while its person’s record was erased is not theirs, and not here; who has the same bytes keeps them', async () => {
  const { store, blobs } = district.program().house
  const erased = 'whose record was erased'
  const alone = await whole('a lesson of hers', store.noteBlobs, erased)
  await expect(alone.end()).rejects.toMatchObject({ code: 'not_allowed' })
  expect(await store.blobsWith(alone.sha256)).toEqual([])
  expect(await blobs.checked(alone.sha256)).toBeUndefined()
  expect(await (await whole('a handout', store.noteBlobs)).end()).toBe('kept')
  const shared = await whole('a handout', store.noteBlobs, erased)
  await expect(shared.end()).rejects.toMatchObject({ code: 'not_allowed' })
  expect((await store.blobsWith(shared.sha256)).map(({ owner }) => owner)).toEqual(['maya'])
  expect(await blobs.checked(shared.sha256)).toBe('a handout'.length)
})
