import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import type { FileAddress } from '../../contract/device/door.ts'
import { dueWaitsMs } from '../../core/evidence/trash-due.ts'
import { done, made } from '../trial/done.ts'
import { keptFile } from '../trial/kept-file.ts'
import { keychainOf, lock } from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// A piece that is deleted for good is gone from a computer of one's own: its file from the disk, its words from what is found.

const dayMs = 86_400_000
let folder: ReturnType<typeof trialFolder>
let open: OpenProgram
let now = Date.parse('2026-11-24T16:00:00Z')

const start = async () => {
  open = await openProgram(folder.path, { clock: () => now, keychain: keychainOf(7) })
}
beforeEach(async () => {
  folder = trialFolder()
  await start()
  await open.post('/api/setup', { alone: { name: 'Maya' } })
})
afterEach(async () => {
  await open.close()
  expect(open.logged).toEqual([])
  folder.remove()
})

const filesHere = () =>
  readdirSync(join(open.dataFolder, 'blobs'), { recursive: true, encoding: 'utf8' }).filter(name =>
    /[0-9a-f]{64}/.test(name),
  )

const taken = (text: string) => keptFile(open, 'Wanda at the window.txt', text)
async function kept(file: EvidenceFile, title = 'Wanda and Odo'): Promise<string> {
  const said = { title, note: 'Both by the window.', happenedOn: '2026-11-20', shown: 'students' }
  return made(await done(open, 'evidence.keep', { kind: 'file', file, ...said }))
}
const trash = (evidence: string, on = true) => open.command('evidence.trash', { evidence, on })
const deleteNow = (evidence: string) => open.command('evidence.delete', { evidence, claims: [] })
const found = async (q: string) => (await open.query('evidence.list', { q, trashed: true })).total
const lying = async () => (await open.query('evidence.list', { trashed: true })).lines

test('deleted now: the file is gone from the disk, nothing finds it, and no address gives it out', async () => {
  const file = await taken('a photo of children')
  const evidence = await kept(file)
  await trash(evidence)
  expect(await found('Wanda')).toBe(1)
  const asked = await open.post('/api/file-address', { sha256: file.sha256 })
  const { download }: FileAddress = JSON.parse(await asked.text())
  expect((await fetch(download)).status).toBe(200)
  expect(await deleteNow(evidence)).toMatchObject({ status: 'applied' })
  await untilPasses(() => expect(filesHere()).toEqual([]))
  expect(await found('Wanda')).toBe(0)
  expect(await found('window')).toBe(0)
  expect((await fetch(download)).status).toBe(404)
  expect((await open.query('evidence.of-file', { sha256: file.sha256 })).rows).toEqual([])
  const { line } = await open.query('evidence', { evidence })
  expect(line?.row.body).toMatchObject({ title: '', note: '', deletedAt: now })
  expect(JSON.stringify(line)).not.toMatch(/Wanda|[0-9a-f]{64}/)
})

test('under a lock the sealed file goes the same way', async () => {
  await lock(open)
  const evidence = await kept(await taken('a sealed photo'))
  expect(filesHere()).toHaveLength(1)
  await trash(evidence)
  await deleteNow(evidence)
  await untilPasses(() => expect(filesHere()).toEqual([]))
})

test('the same bytes in another piece stay, until that one is deleted too', async () => {
  const file = await taken('kept twice')
  const [first, second] = [await kept(file, 'First'), await kept(file, 'Second')]
  await trash(first)
  await trash(second)
  await deleteNow(first)
  await open.query('evidence', { evidence: second })
  expect(filesHere()).toHaveLength(1)
  expect((await lying()).map(line => [line.row.body.title, line.here])).toEqual([['Second', true]])
  await deleteNow(second)
  await untilPasses(() => expect(filesHere()).toEqual([]))
})

test('a file that was just brought again is left to whoever is still to say what it is', async () => {
  const evidence = await kept(await taken('brought again'))
  await trash(evidence)
  const again = await taken('brought again')
  await deleteNow(evidence)
  await open.query('evidence', { evidence })
  expect(filesHere()).toHaveLength(1)
  await kept(again, 'Kept anew')
  await open.close()
  await start()
  expect(filesHere()).toHaveLength(1)
})

test('in the trash it says until when; on a computer of its own it goes three days after that, and a clock that jumped deletes nothing', async () => {
  const evidence = await kept(await taken('forgotten in the trash'))
  await trash(evidence)
  const thrownAt = now
  expect((await lying()).map(line => line.deletedFrom)).toEqual([thrownAt + 30 * dayMs])
  const startedAt = async (at: number) => {
    await open.close()
    now = at
    await start()
    await open.query('evidence', { evidence })
    // What it does at its start is done before it ends.
    return filesHere().length
  }
  await startedAt(thrownAt + 29 * dayMs)
  // A year ahead for a day, then right again.
  await startedAt(thrownAt + 365 * dayMs)
  await startedAt(thrownAt + 29 * dayMs)
  await startedAt(thrownAt + 31 * dayMs)
  await startedAt(thrownAt + 31 * dayMs + dueWaitsMs - 1)
  expect(await lying()).toHaveLength(1)
  await startedAt(thrownAt + 31 * dayMs + dueWaitsMs)
  await untilPasses(async () => expect(await lying()).toEqual([]))
  await untilPasses(() => expect(filesHere()).toEqual([]))
})
