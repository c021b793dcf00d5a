import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockFileIn } from '../lock/lock-file.ts'
import {
  addGoal,
  found,
  goalTitles,
  keychainOf,
  lock,
  passphrase,
  sessionOf,
  settled,
} from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { patienceMs } from '../../test/builders/patience.ts'

const keychain = keychainOf(3)

let folder: ReturnType<typeof trialFolder>
let open: OpenProgram
beforeEach(async () => {
  folder = trialFolder()
  open = await openProgram(folder.path, { keychain })
  await open.post('/api/setup', { alone: { name: 'Maya' } })
})
afterEach(async () => {
  await open.close()
  folder.remove()
})

const unfinished = () => join(open.dataFolder, 'blobs', 'unfinished')
const take = async () => (await open.post('/api/lock', { take: true })).status

test('where there is no lock none is taken away, and the work goes on', async () => {
  expect(await take()).toBe(403)
  expect(await addGoal(open, 'Goes on')).toBe('applied')
})

test('three windows that take the lock away at once take it away once', async () => {
  await lock(open)
  await settled(open)
  const statuses = await Promise.all([take(), take(), take()])
  expect(statuses).toContain(200)
  expect(statuses.filter(status => status !== 200 && status !== 403)).toEqual([])
  expect((await settled(open)).lock.state).toBe('none')
  expect(await addGoal(open, 'Goes on')).toBe('applied')
})

test('three windows that set the lock at once set one, and its code opens it', async () => {
  const { recoveryCode } = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  const set = async () =>
    (await open.post('/api/lock', { lastGroup: recoveryCode.slice(-4) })).status
  // Only the first finds no lock there.
  expect(await Promise.all([set(), set(), set()])).toEqual(expect.arrayContaining([200, 403]))
  expect(await addGoal(open, 'Goes on')).toBe('applied')
  await open.close()
  open = await openProgram(folder.path)
  expect((await open.post('/api/unlock', { word: recoveryCode })).status).toBe(200)
  expect(await goalTitles(open)).toEqual(['Goes on'])
})

test('a lock that can not be taken away leaves everything open, and says why', async () => {
  await lock(open)
  await settled(open)
  // In the way of the lock file that is to say so.
  const inTheWay = join(open.dataFolder, 'lock.json.unfinished')
  mkdirSync(inTheWay)
  expect(await take()).toBe(500)
  expect(await addGoal(open, 'Goes on')).toBe('applied')
  rmSync(inTheWay, { recursive: true })
  expect(await take()).toBe(200)
  expect((await settled(open)).lock.state).toBe('none')
})

test('a lock that is set while the old one is being taken away is there afterwards', async () => {
  await addGoal(open, 'Kept under lock')
  await lock(open)
  await settled(open)
  // In the way of the copy that is to become the readable file, so that taking away takes its time.
  const inTheWay = join(open.dataFolder, 'record.sqlite.re-encrypted')
  mkdirSync(inTheWay)
  expect(await take()).toBe(200)
  expect((await sessionOf(open)).lock.state).toBe('opening')
  rmSync(inTheWay, { recursive: true })
  const code = await lock(open)
  expect((await settled(open)).lock.state).toBe('locked')
  expect(found(open.dataFolder, 'Kept under lock')).toEqual([])
  await open.close()
  open = await openProgram(folder.path)
  expect((await open.post('/api/unlock', { word: code })).status).toBe(200)
  expect(await goalTitles(open)).toEqual(['Kept under lock'])
})

test('another passphrase and code open the lock from then on, and the old ones no longer do', async () => {
  await open.close()
  open = await openProgram(folder.path)
  await addGoal(open, 'Kept')
  const oldCode = await lock(open)
  await settled(open)
  const { recoveryCode } = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  const given = {
    lastGroup: String(recoveryCode).slice(-4),
    passphrase: 'quite another four words',
  }
  expect((await open.post('/api/lock', given)).status).toBe(200)
  expect((await sessionOf(open)).lock.state).toBe('locked')
  await open.close()
  open = await openProgram(folder.path)
  const unlock = async (word: string) => (await open.post('/api/unlock', { word })).status
  expect([await unlock(passphrase), await unlock(oldCode)]).toEqual([403, 403])
  // Nor is anything begun by who has not opened it.
  expect((await open.post('/api/lock', { begin: true })).status).toBe(423)
  expect(await unlock(String(recoveryCode))).toBe(200)
  expect(await goalTitles(open)).toEqual(['Kept'])
})

test('a file that is on its way while the lock is set is to be chosen again, and nothing of it stays readable', async () => {
  const parts = new TransformStream<Uint8Array, Uint8Array>()
  const writer = parts.writable.getWriter()
  const init = { method: 'POST', headers: { 'x-file-name': 'film.txt' }, body: parts.readable }
  const answered = open.knock('/api/files', Object.assign(init, { duplex: 'half' as const }))
  await writer.write(Buffer.from('the first half of a film, '))
  await vi.waitFor(() => expect(readdirSync(unfinished())).toHaveLength(1), patienceMs)
  await lock(open)
  await settled(open)
  await writer.write(Buffer.from('and the second'))
  await writer.close()
  const last = (await (await answered).text()).trim().split('\n').at(-1) ?? ''
  expect(JSON.parse(last)).toEqual({
    at: 'refused',
    error: { code: 'file_vanished', facts: { name: 'film.txt' } },
  })
  expect(found(open.dataFolder, 'of a film')).toEqual([])
  expect(open.logged).toEqual([])
})

test('a wrong word after the right one shuts nothing', async () => {
  await open.close()
  open = await openProgram(folder.path)
  await lock(open)
  await settled(open)
  await open.close()
  open = await openProgram(folder.path)
  const unlock = async (word: string) => (await open.post('/api/unlock', { word })).status
  const [right] = await Promise.all([unlock(passphrase), unlock('four words in a raw')])
  expect(right).toBe(200)
  expect((await sessionOf(open)).mode).toBe('alone')
  expect(lockFileIn(open.dataFolder).read()).toMatchObject({ state: 'locked' })
  expect(await take()).toBe(200)
})
