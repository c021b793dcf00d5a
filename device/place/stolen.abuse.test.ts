import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../contract/device/session.ts'
import type { Keychain } from '../lock/key-copies.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const passphrase = 'four words in a row'
const canary = 'canary-in-the-folder'

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

async function addFile(content: string): Promise<void> {
  const headers = { 'x-file-name': 'film.txt' }
  await (await open.knock('/api/files', { method: 'POST', headers, body: content })).text()
}

const session = async (): Promise<Session> =>
  JSON.parse(await (await open.knock('/api/session')).text())

async function lock(): Promise<string> {
  const begun = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  const recoveryCode = String(begun.recoveryCode)
  const answer = await open.post('/api/lock', { lastGroup: recoveryCode.slice(-4), passphrase })
  expect(answer.status).toBe(200)
  return recoveryCode
}

/** Waits until every file is in its form. */
async function settled(): Promise<Session> {
  for (;;) {
    const now = await session()
    if (now.lock.state === 'locked' || now.lock.state === 'none') return now
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Files in which a thief who has the folder finds one of the words: what `strings` would find. */
function found(...words: readonly string[]): string[] {
  return readdirSync(open.dataFolder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(open.dataFolder, name)).isFile())
    .filter(name => {
      const bytes = readFileSync(join(open.dataFolder, name))
      return words.some(
        word => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
      )
    })
}

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
  expect(found(canary, 'Maya', 'SQLite format 3').filter(name => name !== 'lock.db')).toEqual([])
  await open.close()
  const left = found(canary, 'Maya', 'SQLite format 3', passphrase)
  open = await openProgram(folder.path)
  expect(left.filter(name => name !== 'lock.db')).toEqual([])
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
  const recoveryCode = await lock()
  await settled()
  // As a power cut leaves it: the lock file says sealing, and a backup is still in the clear.
  const file = join(open.dataFolder, 'lock.json')
  const said = JSON.parse(readFileSync(file, 'utf8'))
  await open.close()
  writeFileSync(file, JSON.stringify({ ...said, state: 'sealing' }))
  open = await openProgram(folder.path)
  await open.post('/api/unlock', { word: recoveryCode })
  expect((await settled()).lock.state).toBe('locked')
  expect(await session()).toMatchObject({ mode: 'alone', person: { name: 'Maya' } })
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
  expect(found(canary).filter(name => name !== 'lock.db')).toEqual([])
})

/** A keychain as a system has it: a secret of its own that is not in the folder. */
function keychainOf(secret: number): Keychain {
  const mixed = (bytes: Uint8Array) => bytes.map(byte => byte ^ secret)
  return {
    isOffered: async () => true,
    wrap: async bytes => mixed(bytes),
    unwrap: async bytes => (bytes.byteLength === 32 ? mixed(bytes) : undefined),
  }
}

test('with a keychain it opens by itself, without one the code is asked for', async () => {
  const keychain = keychainOf(0x5a)
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
