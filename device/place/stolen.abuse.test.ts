import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../contract/device/session.ts'
import {
  addFile as addFileTo,
  found as foundIn,
  goalTitles,
  keychainOf,
  lock as lockOn,
  passphrase,
  sessionOf,
  settled as settledOn,
} from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const canary = 'canary-in-the-folder'
const keychain = keychainOf(0x5a)

let folder: ReturnType<typeof trialFolder>
let open: OpenProgram
beforeEach(async () => {
  folder = trialFolder()
  open = await openProgram(folder.path)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await open.command('goal.add', { layer: 'personal', title: canary })
  await addFile(`a film of the ${canary}`)
})
afterEach(async () => {
  await open.close()
  folder.remove()
})

const addFile = (content: string): Promise<string> => addFileTo(open, content)
const session = (): Promise<Session> => sessionOf(open)
const lock = (): Promise<string> => lockOn(open)
const settled = (): Promise<Session> => settledOn(open)
const found = (...words: readonly string[]): string[] => foundIn(open.dataFolder, ...words)

async function reopen(parts: Parameters<typeof openProgram>[1] = {}): Promise<void> {
  await open.close()
  open = await openProgram(folder.path, parts)
}

test('row 13: what can be read with `strings` is never called locked', async () => {
  await reopen()
  expect((await session()).lock.state).toBe('none')
  expect(found(canary).length).toBeGreaterThan(1)
})

test('row 13: a stolen folder that is locked shows nothing, in no file, open or closed', async () => {
  await reopen() // A backup from before the lock is there too.
  await lock()
  await settled()
  await open.command('goal.add', { layer: 'personal', title: `second ${canary}` })
  await addFile(`another film of the ${canary}`)
  expect(found(canary, 'Maya', 'SQLite format 3')).toEqual([])
  await open.close()
  const left = found(canary, 'Maya', 'SQLite format 3', passphrase)
  open = await openProgram(folder.path)
  expect(left).toEqual([])
  // The private key by which the district knows this computer is not in a plain file either.
  expect(readdirSync(open.dataFolder)).toContain('device.key.sealed')
  expect(readdirSync(open.dataFolder)).not.toContain('device.key')
})

test('while it is shut nothing is answered, and the passphrase or the code opens it', async () => {
  const recoveryCode = await lock()
  await settled()
  await reopen()
  expect(await session()).toMatchObject({ mode: 'locked', roles: [] })
  const asked = await open.post('/api/queries/today', { input: {} })
  expect(asked.status).toBe(423)
  const wrong = await open.post('/api/unlock', { word: 'four words in a raw' })
  expect([wrong.status, JSON.parse(await wrong.text())]).toEqual([403, { code: 'wrong_word' }])
  expect((await open.post('/api/unlock', { word: passphrase })).status).toBe(200)
  expect(await session()).toMatchObject({ mode: 'alone', person: { name: 'Maya' } })

  await reopen()
  expect((await open.post('/api/unlock', { word: recoveryCode.toLowerCase() })).status).toBe(200)
  expect((await session()).mode).toBe('alone')
})

test('nothing is locked before the code is written down, nor with a short passphrase', async () => {
  const tried = async (given: object) => {
    const answer = await open.post('/api/lock', given)
    return JSON.parse(await answer.text()).code
  }
  expect(await tried({ lastGroup: 'AAAA', passphrase })).toBe('not_allowed')
  const { recoveryCode } = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  expect(await tried({ lastGroup: 'U', passphrase })).toBe('wrong_group')
  expect(await tried({ lastGroup: recoveryCode.slice(-4), passphrase: 'short' })).toBe(
    'passphrase_short',
  )
  expect((await session()).lock.state).toBe('none')
  expect(readdirSync(open.dataFolder)).not.toContain('lock.json')
})

test('the lock can be taken away, and everything is there', async () => {
  await lock()
  await settled()
  await open.post('/api/lock', { take: true })
  await settled()
  await reopen()
  expect(await session()).toMatchObject({ mode: 'alone', lock: { state: 'none' } })
  expect(found(canary).length).toBeGreaterThan(1)
  expect(readdirSync(open.dataFolder)).toContain('device.key')
})

test('a lock that was broken off while it was being set goes on at the next start', async () => {
  const before = join(folder.path, 'before')
  await open.close()
  cpSync(open.dataFolder, before, { recursive: true })
  open = await openProgram(folder.path)
  await lock()
  await settled()
  await open.close()
  // As a power cut leaves it: the lock file says sealing, and a copy and a film are still in the clear.
  const backup = 'backups/backup-1700000000000.sqlite'
  cpSync(join(before, 'record.sqlite'), join(open.dataFolder, backup))
  cpSync(join(before, 'blobs'), join(open.dataFolder, 'blobs'), { recursive: true })
  expect(found(canary).length).toBeGreaterThan(1)
  const file = join(open.dataFolder, 'lock.json')
  const said = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...said, state: 'sealing' }))
  open = await openProgram(folder.path)
  await open.post('/api/unlock', { word: passphrase })
  expect((await settled()).lock.state).toBe('locked')
  expect(found(canary, 'SQLite format 3')).toEqual([])
  expect(await session()).toMatchObject({ mode: 'alone', person: { name: 'Maya' } })
})

test.each([
  ['the records', 'record.sqlite', 'record.sqlite'],
  ['a copy of them', 'record.sqlite', 'backups/backup-1700000000000.sqlite'],
  ['the evidence', 'blobs', 'blobs'],
])(
  '%s from before the lock, put back, is sealed before it is called locked',
  async (_what, from, to) => {
    const before = join(folder.path, 'before')
    await reopen({ keychain })
    await open.close()
    cpSync(open.dataFolder, before, { recursive: true })
    open = await openProgram(folder.path, { keychain })
    await lock()
    await settled()
    await open.close()
    cpSync(join(before, from), join(open.dataFolder, to), { recursive: true })
    expect(found(canary)).not.toEqual([])
    open = await openProgram(folder.path, { keychain })
    expect((await settled()).lock).toMatchObject({ state: 'locked' })
    expect(found(canary, 'SQLite format 3')).toEqual([])
    expect(await goalTitles(open)).toEqual([canary])
  },
)

test('what a killed program left half copied is gone at the next start, open or shut', async () => {
  const records = readFileSync(join(open.dataFolder, 'record.sqlite'))
  await reopen({ keychain })
  await lock()
  await settled()
  await open.close()
  // Copied page by page, the first one last: it begins like something encrypted.
  const half = Buffer.concat([Buffer.alloc(4_096), records])
  const left = ['backups/backup-1.sqlite.unfinished', 'record.sqlite.re-encrypted-journal']
  for (const name of left) writeFileSync(join(open.dataFolder, name), half)
  open = await openProgram(folder.path)
  expect((await session()).mode).toBe('locked')
  expect(left.filter(name => existsSync(join(open.dataFolder, name)))).toEqual([])
})

test('a lock file that something else has written over keeps everything shut, and as it is', async () => {
  await lock()
  await settled()
  await open.close()
  const file = join(open.dataFolder, 'lock.json')
  const good = readFileSync(file)
  const records = readFileSync(join(open.dataFolder, 'record.sqlite'))
  writeFileSync(file, '{ "format": "something else" }')
  await expect(openProgram(folder.path)).rejects.toThrow('lock_unreadable')
  expect(readFileSync(join(open.dataFolder, 'record.sqlite')).equals(records)).toBe(true)
  writeFileSync(file, good)
  open = await openProgram(folder.path)
  await open.post('/api/unlock', { word: passphrase })
  expect((await session()).mode).toBe('alone')
})

test('a lock file that is gone is said to be, and no empty folder is shown in place of the records', async () => {
  await reopen({ keychain })
  await lock()
  await settled()
  await open.close()
  const file = join(open.dataFolder, 'lock.json')
  const good = readFileSync(file)
  const records = readFileSync(join(open.dataFolder, 'record.sqlite'))
  rmSync(file)
  await expect(openProgram(folder.path)).rejects.toThrow('lock_missing')
  rmSync(join(open.dataFolder, 'device.key.sealed'))
  await expect(openProgram(folder.path)).rejects.toThrow('lock_missing')
  expect(readFileSync(join(open.dataFolder, 'record.sqlite')).equals(records)).toBe(true)
  expect(existsSync(join(open.dataFolder, 'device.key'))).toBe(false)
  writeFileSync(file, good)
  open = await openProgram(folder.path, { keychain })
  expect(await goalTitles(open)).toEqual([canary])
})

test('records that can not be encrypted yet are opened as they are, and not called locked', async () => {
  // In the way of the copy that is to become the encrypted file.
  mkdirSync(join(open.dataFolder, 'record.sqlite.re-encrypted'))
  await lock()
  const { lock: said } = await session()
  expect(said).toMatchObject({ state: 'sealing', problem: expect.any(String) })
  expect((await open.command('goal.add', { layer: 'personal', title: 'still works' })).status).toBe(
    'applied',
  )
  rmSync(join(open.dataFolder, 'record.sqlite.re-encrypted'), { recursive: true })
  await reopen()
  await open.post('/api/unlock', { word: passphrase })
  expect((await settled()).lock.problem).toBeUndefined()
  expect(found(canary)).toEqual([])
})

test('with a keychain it opens by itself, without one the code is asked for', async () => {
  await reopen({ keychain })
  const { recoveryCode } = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  await open.post('/api/lock', { lastGroup: recoveryCode.slice(-4) })
  expect((await settled()).lock.opensBy).toEqual(['recovery', 'keychain'])
  await reopen({ keychain })
  expect((await session()).mode).toBe('alone')

  await reopen({ keychain: { ...keychain, unwrap: async () => undefined } })
  expect((await session()).mode).toBe('locked')
  await open.post('/api/unlock', { word: recoveryCode })
  expect((await session()).mode).toBe('alone')
})
