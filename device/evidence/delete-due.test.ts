import { expect, test } from 'vitest'
import { dueWaitsMs } from '../../core/evidence/trash-due.ts'
import { trashLastsMs } from '../../core/evidence/trash-lasts.ts'
import { madeId } from '../../db/engine/made-id.ts'
import { evidenceQueries } from '../../db/evidence/queries.ts'
import { askerOf } from '../question/asker.ts'
import { eachLibrary } from '../trial/each-library.ts'
import { piece } from '../trial/library.ts'
import { deleteDue } from './delete-due.ts'

const dayMs = 86_400_000
const library = eachLibrary()

test('what lay in the trash before a program emptied it lies there for thirty days more, and the screen says until when', async () => {
  const { store } = library
  const thrownAt = Date.now()
  const { owner: _me, addedAt: _at, competencies: _none, ...said } = piece('me', 'p').body
  const kept = store.perform('evidence.keep', { ...said, goals: [] }, thrownAt)
  if (kept.did !== 'applied') throw new Error(kept.did)
  const evidence = madeId(kept.key, 'evidence')
  store.perform('evidence.trash', { evidence, on: true }, thrownAt)
  const deleted: string[] = []
  const look = (at: number) =>
    deleteDue({
      store,
      clock: () => at,
      deleted: input => void deleted.push(input.evidence),
    })
  // The program was updated a year later.
  const updatedAt = thrownAt + 365 * dayMs
  await look(updatedAt)
  await look(updatedAt + dueWaitsMs)
  await look(updatedAt + trashLastsMs - 1)
  const shown = await evidenceQueries['evidence.list'].rows(askerOf(library), { trashed: true })
  expect(shown.lines.map(line => line.deletedFrom)).toEqual([updatedAt + trashLastsMs])
  expect(deleted).toEqual([])
  await look(updatedAt + trashLastsMs)
  await look(updatedAt + trashLastsMs + dueWaitsMs)
  expect(deleted).toEqual([evidence])
})

test('a clock that had run ahead when the trash was first emptied is put right', async () => {
  const { store } = library
  const now = Date.now()
  const look = (at: number) => deleteDue({ store, clock: () => at, deleted: () => undefined })
  await look(now + 900 * dayMs)
  await look(now)
  expect(askerOf(library).trashEmptiedSince).toBe(now)
})
