import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eachLibrary } from '../trial/each-library.ts'
import { claimOf, piece, shaOf } from '../trial/library.ts'
import { forgetMissed } from './missed.ts'
import { forgetRestored } from './restored.ts'
import { forgetSent, sentMark } from './sent-mark.ts'
import { claimsLacking, filesToUpload } from './to-upload.ts'

const library = eachLibrary()

/** Notes the files of pieces as being on this computer. */
const here = (...ids: string[]) =>
  ids.forEach(id =>
    library.store.noteBlob({
      sha: shaOf(id),
      owner: library.owner,
      sizeBytes: 7,
      mediaType: 'application/pdf',
      verifiedAt: 1,
    }),
  )
const sent = (id: string) => library.store.setMeta(sentMark(library.store) + shaOf(id), '1')
const look = async (held: readonly string[] = [], isFirstLook = false) => {
  const claims = await claimsLacking(library.store)
  forgetMissed(library.store, claims)
  return filesToUpload(library.store, claims, new Set(held), isFirstLook).map(
    ({ sha256 }) => sha256,
  )
}

test('the files that are here go, in the order in which they were added, once it is said who is shown', async () => {
  const { owner, store } = library
  store.seed([
    piece(owner, 'second', { addedAt: 2, goals: { g: true } }),
    piece(owner, 'first', { addedAt: 1 }),
    piece(owner, 'same', { addedAt: 3, file: piece(owner, 'first').body.file }),
    piece(owner, 'unsaid', { shown: 'unsure' }),
    piece(owner, 'thrown', { trashedAt: 1 }),
    piece(owner, 'elsewhere'),
    piece(owner, 'gone'),
    piece('somebody', 'theirs'),
  ])
  here('second', 'first', 'unsaid', 'thrown', 'gone', 'theirs')
  sent('gone')
  expect(await look()).toEqual(['first', 'second'].map(shaOf))
})

test('what a claim handed over goes too, whatever became of the piece, unless the claim is held', async () => {
  const { owner, store } = library
  const handed = piece(owner, 'handed', { trashedAt: 1 })
  const back = piece(owner, 'back', { shown: 'unsure' })
  store.seed([
    handed,
    back,
    claimOf(owner, 'sending', 'submitted', [handed]),
    claimOf(owner, 'taken-back', 'withdrawn', [back]),
    claimOf('somebody', 'theirs', 'submitted', [piece('somebody', 'x')]),
  ])
  here('handed', 'back')
  expect((await look()).toSorted()).toEqual(['back', 'handed'].map(shaOf).toSorted())
  expect(await look(['sending', 'taken-back'])).toEqual([])
  sent('handed')
  expect(await look()).toEqual([shaOf('back')])
})

test('after a start the district is asked anew about what a claim on its way handed over', async () => {
  const { owner, store } = library
  const [sending, back] = [piece(owner, 'sending'), piece(owner, 'back', { trashedAt: 1 })]
  store.seed([
    sending,
    back,
    claimOf(owner, 'on-its-way', 'submitted', [sending]),
    claimOf(owner, 'taken-back', 'withdrawn', [back]),
  ])
  here('sending', 'back')
  sent('sending')
  sent('back')
  expect(await look()).toEqual([])
  expect(await look([], true)).toEqual([shaOf('sending')])
  expect(await look(['on-its-way'], true)).toEqual([])
})

test('a file that the district can not read goes again, once for each time that it says so', async () => {
  const { owner, store } = library
  const [missed, fine] = [piece(owner, 'missed'), piece(owner, 'fine')]
  const facts = { title: 'missed' }
  const found = [
    { code: 'file_not_here', severity: 'fix' as const, slot: 's', evidence: 'missed', facts },
    { code: 'words_missing', severity: 'fix' as const, slot: 's', evidence: 'fine', facts },
  ]
  store.seed([missed, fine, claimOf(owner, 'c', 'incomplete', [missed, fine], found)])
  here('missed', 'fine')
  sent('missed')
  sent('fine')
  expect(await look()).toEqual([shaOf('missed')])
  // Until it has arrived it is still to go; then the claim's old findings say nothing new.
  expect(await look()).toEqual([shaOf('missed')])
  sent('missed')
  expect(await look()).toEqual([])
})

test('after the district began a new life every file is asked about again', async () => {
  const { owner, store } = library
  store.seed([piece(owner, 'first'), piece(owner, 'second')])
  here('first', 'second')
  sent('first')
  sent('second')
  expect(await look()).toEqual([])
  forgetSent(store)
  expect((await look()).toSorted()).toEqual(['first', 'second'].map(shaOf).toSorted())
  sent('first')
  expect(await look()).toEqual([shaOf('second')])
  forgetSent(store)
  expect(await look()).toHaveLength(2)
})

test('a file that was thrown away and is added again, as a new piece, is asked about again', async () => {
  const { owner, store } = library
  const thrown = piece(owner, 'thrown', { trashedAt: 1 })
  store.seed([thrown])
  here('thrown')
  sent('thrown')
  await forgetRestored(store)
  expect(await look()).toEqual([])
  store.seed([piece(owner, 'again', { file: thrown.body.file })])
  await forgetRestored(store)
  expect(await look()).toEqual([shaOf('thrown')])
  sent('thrown')
  await forgetRestored(store)
  expect(await look()).toEqual([])
})

test('the district waits for files of a sending that does not look done here: they go, though their piece was thrown away since', async () => {
  const { owner, store } = library
  store.seed([
    piece(owner, 'thrown', { trashedAt: 1 }),
    piece(owner, 'also thrown', { trashedAt: 1 }),
    piece(owner, 'thrown and gone', { trashedAt: 1 }),
  ])
  here('thrown', 'also thrown', 'thrown and gone')
  sent('thrown and gone')
  expect(await look()).toEqual([])
  const db = new Database(join(library.folder, 'records', 'record.sqlite'))
  db.exec(`
    insert into outbox (n, key, name, input, stamp, done_at, state, sight, wait_on)
      values (1, 'd:1', 'claim.submit', '{}', '1', 1, 'waiting', 'unshown', 'blobs');
    insert into touch (n, key, wrote) values
      (1, 'evidence/thrown', 0), (1, 'evidence/thrown and gone', 0)`)
  db.close()
  expect(await look()).toEqual([shaOf('thrown')])
})
