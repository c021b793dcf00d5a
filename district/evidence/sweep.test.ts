import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { readyClaim, submission } from '../trial/claim.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { sweepDaily } from '../upkeep/upkeep.ts'
import { sweepNext } from './sweep.ts'

// Files that nothing names any more go after thirty days; what a claim ever handed over stays.

const dayMs = 86_400_000
let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const bytesOf = (text: string) => Buffer.from(`${text} `.repeat(50))
const isHere = (sha256: string) => existsSync(district.program().house.blobs.pathOf(sha256))
const owned = async (sha256: string) =>
  (await district.program().house.store.blobsWith(sha256)).map(({ owner }) => owner)

async function sweptAfter(days: number): Promise<void> {
  district.move(days * dayMs)
  await sweepDaily(district.program().house, new AbortController().signal)
}

test('what nobody names goes a month later, from the disk too; what is named, handed over or another’s stays', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const [unnamed, both, library, trashed] = ['unnamed', 'both', 'library', 'trashed'].map(bytesOf)
  if (!unnamed || !both || !library || !trashed) throw new Error('no bytes')
  for (const bytes of [unnamed, both, library, trashed]) await maya.upload(bytes)
  await jonah.upload(both)
  const keep = async (bytes: Buffer, device = maya) => {
    const file = {
      sha256: hashOf(bytes),
      sizeBytes: bytes.length,
      mediaType: 'image/png',
      name: 'a.png',
    }
    const kept = await device.act('evidence.keep', {
      ...{ kind: 'file', title: 'A file', note: '', file },
      ...{ happenedOn: '2026-11-20', shown: 'nobody' },
    })
    return kept.id('evidence')
  }
  await keep(library)
  await keep(both, jonah)
  const inTrash = await keep(trashed)
  // Handed over in a claim, and thrown away afterwards.
  const { claim, evidence, sha256: handedOver } = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, claim))
  for (const each of [inTrash, evidence])
    await maya.act('evidence.trash', { evidence: each, on: true })
  const orphan = bytesOf('orphan')
  const orphanPath = district.program().house.blobs.pathOf(hashOf(orphan))
  mkdirSync(dirname(orphanPath), { recursive: true })
  writeFileSync(orphanPath, orphan)
  const ages = district.now() / 1_000
  utimesSync(orphanPath, ages, ages)

  await sweptAfter(1)
  await sweptAfter(28)
  for (const bytes of [unnamed, both, library, trashed, orphan])
    expect(isHere(hashOf(bytes))).toBe(true)
  await sweptAfter(2)
  expect(isHere(hashOf(unnamed))).toBe(false)
  expect(await owned(hashOf(unnamed))).toEqual([])
  expect(await owned(hashOf(both))).toEqual(['jonah'])
  for (const bytes of [both, library, trashed]) expect(isHere(hashOf(bytes))).toBe(true)
  // The trash names for its month, then the piece is deleted and its file goes with it.
  await sweptAfter(4)
  expect(isHere(hashOf(trashed))).toBe(false)
  await sweptAfter(31)
  expect(isHere(handedOver)).toBe(true)
  const handed = (await district.program().house.store.seen().get(ClaimRecord, claim))?.rec.body
  expect(handed?.attempts[0]?.items[0]?.file?.sha256).toBe(handedOver)
  expect(isHere(hashOf(library))).toBe(true)
  // Sent again it is simply there again.
  expect((await maya.upload(unnamed)).status).toBe(204)
  expect(await owned(hashOf(unnamed))).toEqual(['maya'])
})

test('a file that arrives while it is being swept is not taken for nobody’s', async () => {
  const { blobs, store } = district.program().house
  const maya = await joined(district, 'maya')
  const bytes = bytesOf('at the same moment')
  const sha = hashOf(bytes)
  const all = await Promise.all([
    maya.upload(bytes),
    ...Array.from({ length: 20 }, async () =>
      blobs.alone(sha, async () =>
        (await store.blobsWith(sha)).length > 0 ? undefined : blobs.remove(sha),
      ),
    ),
  ])
  expect(all[0].status).toBe(204)
  expect([await owned(sha), isHere(sha)]).toEqual([['maya'], true])
})

test('a file that is named while the sweeper reads what is named stays', async () => {
  const { blobs, store } = district.program().house
  const maya = await joined(district, 'maya')
  const bytes = bytesOf('named at the last moment')
  const sha = hashOf(bytes)
  await maya.upload(bytes)
  const keep = () =>
    maya.act('evidence.keep', {
      ...{ kind: 'file', title: 'A file', note: '', happenedOn: '2026-11-20', shown: 'nobody' },
      file: { sha256: sha, sizeBytes: bytes.length, mediaType: 'image/png', name: 'a.png' },
    })
  await sweptAfter(1)
  district.move(30 * dayMs)
  const sweepUnused: typeof store.sweepUnused = async (...asked) => {
    await keep()
    return store.sweepUnused(...asked)
  }
  const needs = { store: { ...store, sweepUnused }, blobs }
  const { house } = district.program()
  for (let owner: string | undefined = ''; owner !== undefined;) {
    const step = await sweepNext(needs, owner, house.clock())
    owner = step?.owner
  }
  expect([await owned(sha), isHere(sha)]).toEqual([['maya'], true])
})
