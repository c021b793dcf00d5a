import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contentOf } from '../../core/evidence/content.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { madeId } from '../../db/engine/made-id.ts'
import { untilPasses } from '../../test/builders/patience.ts'
import { bodyOn, readyClaim, submission } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { sweepDaily } from '../upkeep/upkeep.ts'
import { deleteDue } from './delete-due.ts'
import { roomOf } from './room.ts'

// A piece that is deleted for good takes its file with it, but for what else names the same bytes.

const dayMs = 86_400_000
let district: TrialDistrict
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const bytesOf = (text: string) => Buffer.from(`${text} `.repeat(50))
const pathOf = (sha256: string) => district.program().house.blobs.pathOf(sha256)
const owned = async (sha256: string) =>
  (await district.program().house.store.blobsWith(sha256)).map(({ owner }) => owner)
const goneFromDisk = (sha256: string) =>
  untilPasses(() => expect(existsSync(pathOf(sha256))).toBe(false))

async function keep(bytes: Buffer, device = maya): Promise<string> {
  const file = {
    ...{ sha256: hashOf(bytes), sizeBytes: bytes.length, mediaType: 'image/png' },
    name: 'children.png',
  }
  await device.upload(bytes)
  const kept = await device.act('evidence.keep', {
    ...{ kind: 'file', title: 'Wanda and the others', note: 'At the window.', file },
    ...{ happenedOn: '2026-11-20', shown: 'nobody' },
  })
  return kept.id('evidence')
}
async function deleteNow(evidence: string, claims: readonly string[] = []): Promise<void> {
  await maya.act('evidence.trash', { evidence, on: true })
  await maya.act('evidence.delete', { evidence, claims })
}

test('the file goes from the disk at once, nobody is given it any more, and every computer learns that it is gone', async () => {
  const other = await joined(district, 'maya')
  const bytes = bytesOf('thrown away')
  const sha = hashOf(bytes)
  const evidence = await keep(bytes)
  await other.pull()
  expect((await other.blob(sha)).status).toBe(200)
  await deleteNow(evidence)
  await goneFromDisk(sha)
  await untilPasses(async () => expect(await owned(sha)).toEqual([]))
  expect((await other.blob(sha)).status).toBe(404)
  await other.pull()
  const line = bodyOn(other, EvidenceRecord, evidence)
  expect(line).toMatchObject({ title: '', note: '', kind: 'file', shown: 'unsure' })
  expect(line?.deletedAt).toBeDefined()
  expect(JSON.stringify(line)).not.toMatch(/Wanda|children|[0-9a-f]{64}/)
})

test('what was kept, thrown away and deleted without a network, and comes in one go, leaves its file on no disk', async () => {
  const bytes = bytesOf('a minute of second thoughts')
  const sha = hashOf(bytes)
  await maya.upload(bytes)
  const file = { sha256: sha, sizeBytes: bytes.length, mediaType: 'image/png', name: 'a.png' }
  const said = { title: 'Not this one', note: '', happenedOn: '2026-11-20', shown: 'nobody' }
  const evidence = madeId(`${maya.name}:900`, 'evidence')
  const all = await maya.push([
    { n: 900, name: 'evidence.keep', input: { kind: 'file', file, ...said } },
    { name: 'evidence.trash', input: { evidence, on: true } },
    { name: 'evidence.delete', input: { evidence, claims: [] } },
  ])
  expect(all.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
  await goneFromDisk(sha)
  await untilPasses(async () => expect(await owned(sha)).toEqual([]))
})

test('the same bytes in another piece, in the trash too, or kept by somebody else, stay', async () => {
  const [twice, both] = [bytesOf('twice'), bytesOf('both')]
  const jonah = await joined(district, 'jonah')
  const [first, second, hers] = [await keep(twice), await keep(twice), await keep(both)]
  await keep(both, jonah)
  await maya.act('evidence.trash', { evidence: second, on: true })
  await deleteNow(first)
  await deleteNow(hers)
  await untilPasses(async () => expect(await owned(hashOf(both))).toEqual(['jonah']))
  expect(existsSync(pathOf(hashOf(both)))).toBe(true)
  expect((await jonah.blob(hashOf(both))).status).toBe(200)
  expect((await maya.blob(hashOf(twice))).status).toBe(200)
  await deleteNow(second)
  await goneFromDisk(hashOf(twice))
})

test('what a claim was sent with stays, piece and file, also after its thirty days in the trash', async () => {
  const ruth = await joined(district, 'ruth')
  const { claim, evidence, sha256 } = await readyClaim(ruth)
  await ruth.act('claim.submit', submission(ruth, claim))
  await ruth.act('evidence.trash', { evidence, on: true })
  const [refused] = await ruth.push([
    { name: 'evidence.delete', input: { evidence, claims: [claim] } },
  ])
  expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'evidence_held' } })
  // Another piece of the same bytes goes, and takes nothing with it.
  const { sha256: same } = { sha256 }
  const copy = await ruth.act('evidence.keep', {
    ...{ kind: 'file', title: 'Again', note: '', happenedOn: '2026-11-20', shown: 'nobody' },
    file: { sha256: same, sizeBytes: 1, mediaType: 'image/png', name: 'again.png' },
  })
  const again = copy.id('evidence')
  await ruth.act('evidence.trash', { evidence: again, on: true })
  await ruth.act('evidence.delete', { evidence: again, claims: [] })
  const other = await keep(bytesOf('only in the trash'))
  await maya.act('evidence.trash', { evidence: other, on: true })
  for (const days of [29, 2, 3]) {
    expect(existsSync(pathOf(hashOf(bytesOf('only in the trash'))))).toBe(true)
    district.move(days * dayMs)
    await sweepDaily(district.program().house, new AbortController().signal)
  }
  await goneFromDisk(hashOf(bytesOf('only in the trash')))
  await ruth.pull()
  await maya.pull()
  expect(bodyOn(maya, EvidenceRecord, other)?.deletedAt).toBeDefined()
  expect(bodyOn(ruth, EvidenceRecord, evidence)).toMatchObject({ title: 'Exit tickets, sorted' })
  expect((await ruth.blob(sha256)).status).toBe(200)
})

test('under a legal hold the district keeps what was deleted, tells its person nothing of it, and lets it go once it is lifted', async () => {
  const ruth = await joined(district, 'ruth')
  const tablet = await joined(district, 'maya')
  const [bytes, other] = [bytesOf('asked for in a letter'), bytesOf('asked for too')]
  const [evidence, dueLater] = [await keep(bytes), await keep(other)]
  const room = () => roomOf(district.program().house, 'maya')
  const before = await room()
  await ruth.act('hold.put', { person: 'maya', reason: 'Case 26-114' })
  await maya.act('evidence.trash', { evidence: dueLater, on: true })
  await deleteNow(evidence)
  const days = async (...all: readonly number[]) => {
    for (const n of all) {
      district.move(n * dayMs)
      await sweepDaily(district.program().house, new AbortController().signal)
    }
  }
  await days(31, 4)
  for (const [id, sha] of [
    [evidence, hashOf(bytes)],
    [dueLater, hashOf(other)],
  ] as const) {
    for (const device of [maya, tablet]) {
      await device.pull()
      const line = bodyOn(device, EvidenceRecord, id)
      expect(line?.deletedAt).toBeDefined()
      expect(JSON.stringify(line)).not.toMatch(/Wanda|children|withheld|[0-9a-f]{64}/)
    }
    const kept = (await district.program().house.store.seen().get(EvidenceRecord, id))?.rec.body
    expect(kept?.withheld).toMatchObject({ title: 'Wanda and the others', file: { sha256: sha } })
    expect(existsSync(pathOf(sha))).toBe(true)
  }
  expect(await room()).toMatchObject({
    usedBytes: before.usedBytes - bytes.length - other.length,
    files: before.files - 2,
  })
  await ruth.act('hold.lift', { person: 'maya' })
  await days(1)
  for (const sha of [hashOf(bytes), hashOf(other)]) {
    await goneFromDisk(sha)
    await untilPasses(async () => expect(await owned(sha)).toEqual([]))
  }
  const left = (await district.program().house.store.seen().get(EvidenceRecord, evidence))?.rec
  expect(JSON.stringify(left)).not.toMatch(/Wanda|children/)
})

test('what lay in the trash before a district emptied it lies there for thirty days from its first round', async () => {
  const evidence = await keep(bytesOf('thrown away long ago'))
  await maya.act('evidence.trash', { evidence, on: true })
  const { store, perform } = district.program().house
  const meta = new Map<string, string>()
  const needs = {
    store: {
      seen: () => store.seen(),
      meta: async (name: string) => meta.get(name),
      setMeta: async (name: string, value: string) => void meta.set(name, value),
    },
    perform,
    clock: () => district.now(),
  }
  const deletedAfter = async (days: number) => {
    district.move(days * dayMs)
    return deleteDue(needs, new AbortController().signal)
  }
  // The district was updated a year later.
  for (const days of [365, 3, 26]) expect(await deletedAfter(days)).toBe(0)
  expect(await deletedAfter(1)).toBe(0)
  expect(await deletedAfter(3)).toBe(1)
  await maya.pull()
  expect(bodyOn(maya, EvidenceRecord, evidence)?.deletedAt).toBeDefined()
})

test('a computer that took it out later brings it back whole, with the file that it still has', async () => {
  const tablet = await joined(district, 'maya')
  const bytes = bytesOf('brought back')
  const sha = hashOf(bytes)
  const evidence = await keep(bytes)
  await tablet.pull()
  const before = bodyOn(tablet, EvidenceRecord, evidence)
  if (before === undefined) throw new Error('not here')
  await deleteNow(evidence)
  await goneFromDisk(sha)
  district.move(1_000)
  // It had not heard of it.
  const content = contentOf(before)
  await tablet.upload(bytes)
  await tablet.act('evidence.trash', { evidence, on: false, content })
  await tablet.pull()
  expect(bodyOn(tablet, EvidenceRecord, evidence)).toEqual(before)
  district.move(dayMs)
  await sweepDaily(district.program().house, new AbortController().signal)
  expect((await tablet.blob(sha)).status).toBe(200)
})

test('after a backup came back the file is not given out again once the deleting is told again', async () => {
  const bytes = bytesOf('in the backup')
  const sha = hashOf(bytes)
  const evidence = await keep(bytes)
  await maya.act('evidence.trash', { evidence, on: true })
  await district.keepCopy()
  await maya.pull()
  await maya.act('evidence.delete', { evidence, claims: [] })
  await goneFromDisk(sha)
  await district.bringBack()
  // With the record the backup has the file.
  mkdirSync(dirname(pathOf(sha)), { recursive: true })
  writeFileSync(pathOf(sha), bytes)
  await maya.pull()
  expect((await maya.blob(sha)).status).toBe(200)
  await maya.act('evidence.delete', { evidence, claims: [] })
  await goneFromDisk(sha)
  expect((await maya.blob(sha)).status).toBe(404)
})

test('two pieces of the same bytes, deleted at the same moment, leave no file', async () => {
  const bytes = bytesOf('twice at once')
  const sha = hashOf(bytes)
  const [first, second] = [await keep(bytes), await keep(bytes)]
  await maya.act('evidence.trash', { evidence: second, on: true })
  const { store } = district.program().house
  const unmark = store.unmarkBlob
  // The second is gone when the district has just found that it names the file, and takes the mark away.
  const late = vi.spyOn(store, 'unmarkBlob').mockImplementationOnce(async (...about) => {
    await maya.act('evidence.delete', { evidence: second, claims: [] })
    await unmark(...about)
  })
  await deleteNow(first)
  await untilPasses(() => expect(late).toHaveBeenCalled())
  await goneFromDisk(sha)
  await untilPasses(async () => expect(await owned(sha)).toEqual([]))
})

test('a district that was stopped before it let the file go does so when it starts', async () => {
  const bytes = bytesOf('cut off')
  const evidence = await keep(bytes)
  const { house } = district.program()
  await maya.act('evidence.trash', { evidence, on: true })
  const remove = vi.spyOn(house.blobs, 'remove').mockRejectedValue(new Error('no power'))
  await maya.act('evidence.delete', { evidence, claims: [] })
  await untilPasses(() => expect(remove).toHaveBeenCalled())
  expect(existsSync(pathOf(hashOf(bytes)))).toBe(true)
  // Its clock stands still else, and what failed waits a while.
  district.move(600_000)
  await district.restart()
  await goneFromDisk(hashOf(bytes))
})
