import { expect, test } from 'vitest'
import { sentMark } from '../sync/sent-mark.ts'
import { eachLibrary } from '../trial/each-library.ts'
import { claimOf, piece, shaOf } from '../trial/library.ts'
import { sweepUnnamed } from './sweep-unnamed.ts'

// What nothing names goes from a computer too, slowly: what was brought and never kept, or what a program of before left.

const dayMs = 86_400_000
const start = 1_800_000_000_000
const library = eachLibrary()

async function here(text: string): Promise<string> {
  const sha = shaOf(text)
  const begun = await library.blobs.begin()
  await begun.write(Buffer.from(text))
  await begun.keep(sha)
  return sha
}
async function brought(text: string): Promise<string> {
  const { store, owner } = library
  const sha = await here(text)
  store.files.noteCame(sha, start)
  store.noteBlob({ sha, owner, sizeBytes: 1, mediaType: 'text/plain', verifiedAt: start })
  return sha
}
const lookAt = (days: number) =>
  sweepUnnamed({ ...library, clock: () => start + Math.round(days * dayMs) })
/** Looks twice a day, from one day to another. */
function look(from: number, to: number): void {
  for (let day = from; day <= to; day += 0.5) lookAt(day)
}

test('what was brought and never kept goes after its thirty days, and so does what was fetched and nobody names any more', async () => {
  const { blobs, store } = library
  const never = await brought('never kept')
  const fetched = await here('of a claim that went')
  store.noteFetched(fetched)
  store.setMeta(sentMark(store) + never, '1')
  look(0, 30)
  // It was the person's own business for a day, and was first seen without a name after that.
  expect([never, fetched].map(blobs.has)).toEqual([true, false])
  look(30.5, 31.5)
  expect(blobs.has(never)).toBe(false)
  expect(store.files.isLoose(never)).toBe(false)
  expect(store.meta(sentMark(store) + never)).toBe('')
})

test('what a record or a command names stays, and what is named again begins anew', async () => {
  const { blobs, store, owner } = library
  const kept = await brought('kept')
  const inClaim = await here('in a claim')
  store.noteFetched(inClaim)
  const late = await brought('late')
  const theirs = [
    piece(owner, 'kept', { trashedAt: 1 }),
    claimOf('jonah', 'c', 'in_review', [piece('jonah', 'in a claim')]),
  ]
  store.seed(theirs)
  look(0, 29)
  store.seed([...theirs, piece(owner, 'late')])
  look(29.5, 40)
  store.seed(theirs)
  look(40.5, 69)
  expect([kept, inClaim, late].map(blobs.has)).toEqual([true, true, true])
  look(69.5, 72)
  expect([kept, inClaim, late].map(blobs.has)).toEqual([true, true, false])
})

test('a piece that an earlier program saw deleted leaves no file for ever', async () => {
  const { blobs, store, owner } = library
  const sha = await here('p')
  store.noteBlob({ sha, owner, sizeBytes: 1, mediaType: 'text/plain', verifiedAt: start })
  // Its line names nothing any more, and nobody noted what it named.
  store.seed([piece(owner, 'p', { file: undefined, trashedAt: 1, deletedAt: 2 })])
  look(0, 30)
  expect(blobs.has(sha)).toBe(false)
})

test('a clock that jumps takes nothing away; nor does a look while half of the records are here', async () => {
  const { blobs, store } = library
  const sha = await brought('never kept')
  for (const day of [2, 365, 3, 366, 4]) lookAt(day)
  expect(blobs.has(sha)).toBe(true)
  store.join({ ...store.standing().actor, person: 'maya' })
  look(5, 90)
  expect(blobs.has(sha)).toBe(true)
})

test('with many files each has its turn', async () => {
  const { blobs } = library
  const all = await Promise.all(Array.from({ length: 45 }, (_, n) => brought(`file ${n}`)))
  look(1, 40)
  expect(all.filter(blobs.has)).toEqual([])
})

test('one that can’t be taken away keeps none of the others', async () => {
  const { blobs } = library
  const [one, other] = (await Promise.all([brought('one'), brought('other')])).toSorted()
  look(1, 30.5)
  const remove = (sha256: string) => {
    if (sha256 === one) throw new Error('in use')
    blobs.remove(sha256)
  }
  const parts = { ...library, blobs: { remove }, clock: () => start + 32 * dayMs }
  expect(() => sweepUnnamed(parts)).toThrow('in use')
  expect([one, other].map(sha => blobs.has(sha ?? ''))).toEqual([true, false])
  lookAt(33)
  expect(blobs.has(one ?? '')).toBe(false)
})
