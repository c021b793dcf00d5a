import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import { contentOf } from '../../core/evidence/content.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { invitedBy, joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// A piece that is deleted at one computer goes from the disk of the other and of the district, and from one's own once the
// district has said so. Two programs and a real district.

const folder = trialFolder()
const dataOf = (name: string) => join(folder.path, name)
let district: DemoDistrict
let laptop: OpenProgram
let tablet: OpenProgram

const open = (name: string) => openProgram(folder.path, { random: () => 0 }, name)

beforeAll(async () => {
  district = await startDemoDistrict(dataOf('district'))
  const code = district.people.find(person => person.id === 'maya')?.code ?? ''
  laptop = await open('laptop')
  await joinWith(laptop, district.address, code)
  tablet = await open('tablet')
  await joinWith(tablet, district.address, await invitedBy(laptop, 'maya'))
}, 60_000)
afterAll(async () => {
  for (const program of [laptop, tablet]) await program.close()
  await district.close()
  folder.remove()
})

const settled = (program: OpenProgram) =>
  untilPasses(async () =>
    expect(await syncStateOf(program)).toMatchObject({
      ...{ state: 'record', waitingCount: 0, files: { sent: 0, all: 0 } },
    }),
  )
const isOnDisk = (name: string, sha256: string) =>
  readdirSync(dataOf(name), { recursive: true, encoding: 'utf8' }).some(path =>
    path.endsWith(sha256),
  )

async function kept(program: OpenProgram, text: string) {
  const headers = { 'x-file-name': 'children.txt' }
  const answer = await program.knock('/api/files', { method: 'POST', body: text, headers })
  const last = JSON.parse((await answer.text()).trim().split('\n').at(-1) ?? '')
  const file: EvidenceFile = last.file
  const said = { title: text, note: '', happenedOn: '2026-11-20', shown: 'nobody' }
  const keeping = await program.command('evidence.keep', { kind: 'file', file, ...said })
  if (keeping.status === 'refused') throw new Error(keeping.refusal.code)
  return { evidence: keeping.made['evidence'] ?? '', sha256: file.sha256 }
}
const pieceOn = async (program: OpenProgram, evidence: string) =>
  (await program.query('evidence', { evidence })).line
const trash = (program: OpenProgram, evidence: string) =>
  program.command('evidence.trash', { evidence, on: true })
const deleteNow = (program: OpenProgram, evidence: string) =>
  program.command('evidence.delete', { evidence, claims: [] })

/** A piece that both computers have, with its file. */
async function onBoth(text: string) {
  const made = await kept(laptop, text)
  await settled(laptop)
  await untilPasses(async () => expect(await pieceOn(tablet, made.evidence)).toBeDefined())
  const answer = await tablet.post('/api/file-address', { sha256: made.sha256 })
  expect(answer.status).toBe(200)
  for (const name of ['laptop', 'tablet', 'district'])
    expect(isOnDisk(name, made.sha256)).toBe(true)
  return made
}

test('deleted at one computer, the file goes from the other, from the district, and from where it was deleted', async () => {
  const { evidence, sha256 } = await onBoth('a photo for everybody')
  await trash(laptop, evidence)
  expect(await deleteNow(laptop, evidence)).toMatchObject({ status: 'applied' })
  for (const name of ['laptop', 'tablet', 'district'])
    await untilPasses(() => expect([name, isOnDisk(name, sha256)]).toEqual([name, false]))
  await settled(laptop)
  expect((await pieceOn(tablet, evidence))?.row.body).toMatchObject({ title: '', note: '' })
})

test('a computer that was off takes the file away when it is back', async () => {
  const { evidence, sha256 } = await onBoth('a photo of the afternoon')
  await tablet.close()
  await trash(laptop, evidence)
  await settled(laptop)
  await deleteNow(laptop, evidence)
  await untilPasses(() => expect(isOnDisk('laptop', sha256)).toBe(false))
  expect(isOnDisk('tablet', sha256)).toBe(true)
  tablet = await open('tablet')
  await untilPasses(() => expect(isOnDisk('tablet', sha256)).toBe(false))
})

test('what was kept anew from the same bytes is sent again to a district that had let go of them', async () => {
  const { evidence, sha256 } = await onBoth('thrown away and wanted again')
  await trash(laptop, evidence)
  await deleteNow(laptop, evidence)
  const again = await kept(laptop, 'thrown away and wanted again')
  expect(again.sha256).toBe(sha256)
  await settled(laptop)
  await untilPasses(() => expect(isOnDisk('district', sha256)).toBe(true))
  expect(isOnDisk('laptop', sha256)).toBe(true)
  await untilPasses(async () =>
    expect((await pieceOn(tablet, again.evidence))?.row.body).toBeDefined(),
  )
})

test('taken out at one computer after it was deleted at the other, it is whole again on all of them', async () => {
  const { evidence, sha256 } = await onBoth('both at once')
  await trash(laptop, evidence)
  await settled(laptop)
  await untilPasses(async () =>
    expect((await pieceOn(tablet, evidence))?.row.body.trashedAt).toBeDefined(),
  )
  const before = await pieceOn(tablet, evidence)
  if (before === undefined) throw new Error('not here')
  // Both at once: the district hears of deleting first, or of taking out; the later one is right either way.
  const deleting = deleteNow(laptop, evidence)
  await new Promise(resolve => setTimeout(resolve, 5))
  const content = contentOf(before.row.body)
  const out = await tablet.command('evidence.trash', { evidence, on: false, content })
  await deleting
  expect(out.status).toBe('applied')
  for (const program of [laptop, tablet])
    await untilPasses(async () =>
      expect((await pieceOn(program, evidence))?.row.body).toMatchObject({
        ...{ title: 'both at once', file: { sha256 } },
      }),
    )
  await settled(tablet)
  expect((await pieceOn(tablet, evidence))?.row.body.deletedAt).toBeUndefined()
  await untilPasses(() => expect(isOnDisk('district', sha256)).toBe(true))
  expect(isOnDisk('tablet', sha256)).toBe(true)
})
