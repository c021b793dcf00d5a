import { expect, test } from 'vitest'
import { contentOf } from '../../core/evidence/content.ts'
import { madeId } from '../../db/engine/made-id.ts'
import { sentMark } from '../sync/sent-mark.ts'
import { eachLibrary } from '../trial/each-library.ts'
import { claimOf, piece, shaOf } from '../trial/library.ts'
import { letGoDeleted } from './let-go-deleted.ts'

// What is deleted here is not deleted for good until the district has said so: it may refuse, and have no copy.

const library = eachLibrary()

const sha = shaOf('p')
const letGo = (isSending?: (sha256: string) => boolean) =>
  letGoDeleted({ ...library, clock: Date.now }, isSending)

async function deleted(text = 'p'): Promise<string> {
  const { store, blobs } = library
  const begun = await blobs.begin()
  await begun.write(Buffer.from(text))
  await begun.keep(shaOf(text))
  const { owner, addedAt: _at, competencies: _none, ...said } = piece('me', text).body
  store.noteBlob({ sha: shaOf(text), owner, sizeBytes: 1, mediaType: 'text/plain', verifiedAt: 1 })
  const kept = store.perform('evidence.keep', { ...said, goals: [] }, Date.now())
  if (kept.did !== 'applied') throw new Error(kept.did)
  const evidence = madeId(kept.key, 'evidence')
  store.perform('evidence.trash', { evidence, on: true }, Date.now())
  expect(store.perform('evidence.delete', { evidence, claims: [] }, Date.now()).did).toBe('applied')
  return evidence
}

test('on a computer that has joined a district the file stays as long as the deleting waits', async () => {
  const { store, blobs } = library
  store.join({ ...store.standing().actor, person: 'maya' })
  const evidence = await deleted()
  await letGo()
  expect(blobs.has(sha)).toBe(true)
  // Taken back by another computer's word, or one's own: nothing of it was lost.
  const content = contentOf(piece('maya', 'p').body)
  store.perform('evidence.trash', { evidence, on: false, content }, Date.now() + 1)
  await letGo()
  expect(blobs.has(sha)).toBe(true)
})

test('on a computer of its own it goes at once, but not while it is being sent', async () => {
  const { blobs, store } = library
  await deleted()
  await letGo(() => true)
  expect(blobs.has(sha)).toBe(true)
  await letGo()
  expect(blobs.has(sha)).toBe(false)
  expect(store.files.namedBy(sha, Date.now())).toBeUndefined()
})

test('of a file that something else names the district is asked again once, and once more an hour later', async () => {
  const { store } = library
  store.seed([claimOf('me', 'c', 'in_review', [piece('me', 'p')])])
  await deleted()
  const name = `${sentMark(store)}${sha}`
  const place = `upload:${sha}`
  let now = Date.now()
  const look = async (laterMs: number) => {
    now += laterMs
    store.setMetas([
      [name, '1'],
      [place, 'where it is'],
    ])
    await letGoDeleted({ ...library, clock: () => now })
    return [store.meta(name), store.meta(place)]
  }
  const untouched = ['1', 'where it is']
  expect(await look(0)).toEqual(['', ''])
  expect(await look(60_000)).toEqual(untouched)
  expect(await look(3_600_000)).toEqual(['', ''])
  for (const laterMs of [60_000, 3_600_000, 86_400_000])
    expect(await look(laterMs)).toEqual(untouched)
})

test('a file that can’t be taken away keeps none of the others, and is tried again', async () => {
  const { blobs } = library
  const others = ['q', 'r']
  await deleted()
  for (const text of others) await deleted(text)
  const stuck = [sha, ...others.map(shaOf)].toSorted()[0]
  const remove = (sha256: string) => {
    if (sha256 === stuck) throw Object.assign(new Error('in use'), { code: 'EBUSY' })
    blobs.remove(sha256)
  }
  const asked = letGoDeleted({ ...library, blobs: { remove }, clock: Date.now })
  await expect(asked).rejects.toThrow('in use')
  expect([sha, ...others.map(shaOf)].filter(blobs.has)).toEqual([stuck])
  await letGo()
  expect([sha, ...others.map(shaOf)].filter(blobs.has)).toEqual([])
})

test('what a claim names that is only here to be read stays', async () => {
  const { blobs, store } = library
  store.seed([claimOf('jonah', 'c', 'in_review', [piece('jonah', 'p')])])
  await deleted()
  await letGo()
  expect(blobs.has(sha)).toBe(true)
})
