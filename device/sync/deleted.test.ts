import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentOf } from '../../core/evidence/content.ts'
import { done, made } from '../trial/done.ts'
import { fileOnDisk } from '../trial/file-on-disk.ts'
import { keptFile } from '../trial/kept-file.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { untilInRecord } from '../trial/sync-state.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// A piece that is deleted at one computer goes from the disk of the other and of the district, and from one's own once the
// district has said so.

let trial: TrialDistrict
let laptop: OpenProgram
let tablet: OpenProgram

beforeAll(async () => {
  trial = await trialDistrict()
  laptop = await trial.joined('laptop', 'maya')
  tablet = await trial.joined('tablet', 'maya', { letInBy: laptop, address: trial.road.address })
}, 60_000)
afterAll(() => trial.close())

const isOnDisk = (name: string, sha256: string) =>
  fileOnDisk(trial.folderOf(name), sha256) !== undefined

async function kept(program: OpenProgram, text: string) {
  const file = await keptFile(program, 'children.txt', text)
  const said = { title: text, note: '', happenedOn: '2026-11-20', shown: 'nobody' }
  const evidence = made(await done(program, 'evidence.keep', { kind: 'file', file, ...said }))
  return { evidence, sha256: file.sha256 }
}
const pieceOn = async (program: OpenProgram, evidence: string) =>
  (await program.query('evidence', { evidence })).line
const trash = (program: OpenProgram, evidence: string) =>
  program.command('evidence.trash', { evidence, on: true })
const deleteNow = (program: OpenProgram, evidence: string) =>
  program.command('evidence.delete', { evidence, claims: [] })

/** A piece that both computers have, with its file. */
async function onBoth(text: string) {
  const piece = await kept(laptop, text)
  await untilInRecord(laptop)
  await untilPasses(async () => expect(await pieceOn(tablet, piece.evidence)).toBeDefined())
  const answer = await tablet.post('/api/file-address', { sha256: piece.sha256 })
  expect(answer.status).toBe(200)
  for (const name of ['laptop', 'tablet', 'district'])
    expect(isOnDisk(name, piece.sha256)).toBe(true)
  return piece
}

test('deleted at one computer, the file goes from the other, from the district, and from where it was deleted', async () => {
  const { evidence, sha256 } = await onBoth('a photo for everybody')
  await trash(laptop, evidence)
  expect(await deleteNow(laptop, evidence)).toMatchObject({ status: 'applied' })
  for (const name of ['laptop', 'tablet', 'district'])
    await untilPasses(() => expect([name, isOnDisk(name, sha256)]).toEqual([name, false]))
  await untilInRecord(laptop)
  expect((await pieceOn(tablet, evidence))?.row.body).toMatchObject({ title: '', note: '' })
})

test('a computer that was off takes the file away when it is back', async () => {
  const { evidence, sha256 } = await onBoth('a photo of the afternoon')
  await tablet.close()
  await trash(laptop, evidence)
  await untilInRecord(laptop)
  await deleteNow(laptop, evidence)
  await untilPasses(() => expect(isOnDisk('laptop', sha256)).toBe(false))
  expect(isOnDisk('tablet', sha256)).toBe(true)
  tablet = await trial.open('tablet')
  await untilPasses(() => expect(isOnDisk('tablet', sha256)).toBe(false))
})

test('what was kept anew from the same bytes is sent again to a district that had let go of them', async () => {
  const { evidence, sha256 } = await onBoth('thrown away and wanted again')
  await trash(laptop, evidence)
  await deleteNow(laptop, evidence)
  const again = await kept(laptop, 'thrown away and wanted again')
  expect(again.sha256).toBe(sha256)
  await untilInRecord(laptop)
  await untilPasses(() => expect(isOnDisk('district', sha256)).toBe(true))
  expect(isOnDisk('laptop', sha256)).toBe(true)
  await untilPasses(async () =>
    expect((await pieceOn(tablet, again.evidence))?.row.body).toBeDefined(),
  )
})

test('taken out at a computer that has not heard that it was deleted, it is whole again on all of them, with the file that was only looked at there', async () => {
  const { evidence, sha256 } = await onBoth('both without a word')
  await trash(laptop, evidence)
  await untilInRecord(laptop)
  await untilPasses(async () =>
    expect((await pieceOn(tablet, evidence))?.row.body.trashedAt).toBeDefined(),
  )
  const before = await pieceOn(tablet, evidence)
  if (before === undefined) throw new Error('not here')
  await trial.road.cut()
  await deleteNow(laptop, evidence)
  // From here on the tablet has the only copy, and has it from the district.
  for (const name of ['laptop', 'district'])
    await untilPasses(() => expect([name, isOnDisk(name, sha256)]).toEqual([name, false]))
  const content = contentOf(before.row.body)
  const out = await tablet.command('evidence.trash', { evidence, on: false, content })
  expect(out.status).toBe('applied')
  await trial.road.mend()
  for (const program of [laptop, tablet])
    await untilPasses(async () =>
      expect((await pieceOn(program, evidence))?.row.body).toMatchObject({
        ...{ title: 'both without a word', file: { sha256 } },
      }),
    )
  await untilPasses(() => expect(isOnDisk('district', sha256)).toBe(true))
  await untilInRecord(tablet)
  expect((await pieceOn(tablet, evidence))?.row.body.deletedAt).toBeUndefined()
  expect(isOnDisk('tablet', sha256)).toBe(true)
  const answer = await laptop.post('/api/file-address', { sha256 })
  expect(answer.status).toBe(200)
})

test('a computer that has heard of the deletion does not undo it: the file is nowhere', async () => {
  const { evidence, sha256 } = await onBoth('undone too late')
  const thrown = await trash(tablet, evidence)
  if (thrown.status !== 'applied' || thrown.back === undefined) throw new Error('no way back')
  await untilInRecord(tablet)
  await untilPasses(async () =>
    expect((await pieceOn(laptop, evidence))?.row.body.trashedAt).toBeDefined(),
  )
  await deleteNow(laptop, evidence)
  for (const name of ['laptop', 'tablet', 'district'])
    await untilPasses(() => expect([name, isOnDisk(name, sha256)]).toEqual([name, false]))
  const { name, input } = thrown.back.step
  expect(await tablet.command(name, input)).toMatchObject({
    ...{ status: 'refused', refusal: { code: 'evidence_deleted' } },
  })
  await untilInRecord(tablet)
  expect((await pieceOn(laptop, evidence))?.row.body.deletedAt).toBeDefined()
})
