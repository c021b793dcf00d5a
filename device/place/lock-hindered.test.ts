import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { verifyingPaths } from '../../contract/device/verifying.ts'
import * as reEncryption from '../../db/open/re-encrypt.ts'
import {
  addFile,
  addGoal,
  found,
  goalTitles,
  keychainOf,
  lock,
  sessionOf,
  settled,
} from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { patienceMs } from '../../test/builders/patience.ts'

// What a disk can do while everything is being sealed or opened: the person works on, and nothing is made anew.

const canary = 'canary-in-the-folder'
const keychain = keychainOf(5)

let folder: ReturnType<typeof trialFolder>
let open: OpenProgram
beforeEach(async () => {
  folder = trialFolder()
  open = await openProgram(folder.path, { keychain })
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await addGoal(open, canary)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await open.close()
  folder.remove()
})

async function reopen(): Promise<void> {
  await open.close()
  open = await openProgram(folder.path, { keychain })
}
const take = async () => (await open.post('/api/lock', { take: true })).status
const batches = async () => (await open.knock(verifyingPaths.batches)).text()
const hashOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(open.dataFolder, name)))
    .digest('hex')

test('a lock that can not be taken away yet changes no device key and loses nothing of Verify', async () => {
  const key = hashOf('device.key')
  await lock(open)
  await settled(open)
  await open.post(verifyingPaths.batches, { name: 'September' })
  const before = await batches()
  expect(before).toContain('September')
  // In the way of the copy that is to become the readable file.
  const inTheWay = join(open.dataFolder, 'record.sqlite.re-encrypted')
  mkdirSync(inTheWay)
  expect(await take()).toBe(200)
  expect((await sessionOf(open)).lock).toMatchObject({ state: 'opening', problem: 'cannot_open' })
  expect(await batches()).toBe(before)
  expect(readdirSync(open.dataFolder)).not.toContain('device.key')
  rmSync(inTheWay, { recursive: true })
  await reopen()
  expect((await settled(open)).lock.state).toBe('none')
  expect(hashOf('device.key')).toBe(key)
  expect(await batches()).toBe(before)
  expect(await goalTitles(open)).toEqual([canary])
})

test.each(['SQLITE_IOERR_WRITE', 'EDQUOT', 'EIO', 'EBUSY', 'EMFILE', 'E_NOBODY_KNOWS'])(
  'a disk that says %s while the records are sealed leaves them open, and is tried again',
  async code => {
    vi.spyOn(reEncryption, 'reEncrypt').mockImplementation(() => {
      throw Object.assign(new Error(code), { code })
    })
    await lock(open)
    expect((await sessionOf(open)).lock).toMatchObject({
      state: 'sealing',
      problem: expect.any(String),
    })
    expect(await addGoal(open, 'Goes on')).toBe('applied')
    vi.restoreAllMocks()
    await reopen()
    expect((await settled(open)).lock.problem).toBeUndefined()
    expect(await goalTitles(open)).toEqual([canary, 'Goes on'])
    expect(found(open.dataFolder, canary)).toEqual([])
  },
)

test('one file that can not be read holds up no other, is told, and is tried again', async () => {
  for (const n of [1, 2, 3]) await addFile(open, `a film of the ${canary}, ${n}`)
  // First in the alphabet; a folder stands for a file that the disk does not give back.
  const first = join(open.dataFolder, 'blobs', '00', '0'.repeat(64))
  mkdirSync(first, { recursive: true })
  await lock(open)
  const waiting = { state: 'sealing', filesLeft: 1, filesStuck: 1 }
  await vi.waitFor(async () => expect((await sessionOf(open)).lock).toMatchObject(waiting), {
    timeout: patienceMs,
    interval: 50,
  })
  expect(found(open.dataFolder, canary)).toEqual([])
  rmSync(first, { recursive: true })
  writeFileSync(first, `a film of the ${canary}, 4`)
  await reopen()
  expect((await settled(open)).lock.filesStuck).toBeUndefined()
  expect(found(open.dataFolder, canary)).toEqual([])
})

test('a damaged page of sealed records shows the last copy, and the copies stay', async () => {
  await lock(open)
  await settled(open)
  await open.close()
  const file = join(open.dataFolder, 'record.sqlite')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 8_192, 8_300)
  writeFileSync(file, bytes)
  const copies = readdirSync(join(open.dataFolder, 'backups'))
  open = await openProgram(folder.path, { keychain })
  expect((await sessionOf(open)).readOnly?.since).toBeGreaterThan(0)
  expect(await goalTitles(open)).toEqual([canary])
  expect(await take()).toBe(409)
  expect(readdirSync(join(open.dataFolder, 'backups'))).toEqual(copies)
})
