import { createHash } from 'node:crypto'
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Keychain } from './key-copies.ts'
import { lockIn } from './lock.ts'

const canary = 'canary-in-the-folder'
const keychain = keychainOf(1)

let folder: ReturnType<typeof trialFolder>
let data: string
let code: string
beforeEach(async () => {
  folder = trialFolder()
  const open = await openProgram(folder.path, { keychain })
  data = open.dataFolder
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await addGoal(open, canary)
  await addFile(open, `a film of the ${canary}`)
  code = await lock(open)
  await settled(open)
  await open.close()
})
afterEach(() => folder.remove())

const giving = (unwrap: Keychain['unwrap']): Keychain => ({ ...keychain, unwrap })

/** The lock file, with something else in it. */
function changeLockFile(change: (text: string) => string): void {
  const path = join(data, 'lock.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

test.each<readonly [string, Keychain['unwrap']]>([
  ['24 bytes', async bytes => bytes.subarray(0, 24)],
  ['32 other bytes', async bytes => bytes.map(byte => byte ^ 2)],
  ['nothing', async () => undefined],
  ['an error', () => Promise.reject(new Error('the keychain is locked'))],
])('a keychain that gives %s is none: the code is asked for, and opens', async (_what, unwrap) => {
  const open = await openProgram(folder.path, { keychain: giving(unwrap) })
  expect((await sessionOf(open)).mode).toBe('locked')
  expect((await open.post('/api/unlock', { word: code })).status).toBe(200)
  expect(await goalTitles(open)).toEqual([canary])
  await open.close()
})

test('a keychain that was reset keeps the key again once the code has opened the lock', async () => {
  const other = keychainOf(9)
  const open = await openProgram(folder.path, { keychain: other })
  await open.post('/api/unlock', { word: code })
  await open.close()
  const again = await openProgram(folder.path, { keychain: other })
  expect((await sessionOf(again)).mode).toBe('alone')
  await again.close()
})

test('a lock file that a thief has set to “opening” makes nothing readable', async () => {
  changeLockFile(text => text.replace('"locked"', '"opening"'))
  const open = await openProgram(folder.path, { keychain })
  expect((await settled(open)).lock.state).toBe('locked')
  expect(found(data, canary, 'SQLite format 3')).toEqual([])
  expect(await goalTitles(open)).toEqual([canary])
  await open.close()
})

test.each(['sealing', 'opening'])(
  'the lock file of another folder, %s, changes and removes nothing here',
  async state => {
    const elsewhere = trialFolder()
    const other = await lockIn({ folder: elsewhere.path, keychain })
    if (other === 'unreadable') throw new Error(other)
    await other.set({ lastGroup: other.begin().recoveryCode.slice(-4) })
    if (state === 'opening') other.take()
    const mine = readFileSync(join(data, 'lock.json'))
    const kept = contentsOf(data)
    cpSync(join(elsewhere.path, 'lock.json'), join(data, 'lock.json'))
    elsewhere.remove()
    const open = await openProgram(folder.path, { keychain })
    expect((await sessionOf(open)).readOnly).toEqual({ since: undefined })
    await open.close()
    writeFileSync(join(data, 'lock.json'), mine)
    expect(contentsOf(data)).toEqual(kept)
    const again = await openProgram(folder.path, { keychain })
    expect(await goalTitles(again)).toEqual([canary])
    await again.close()
  },
)

/** What is in a folder, and the hash of each file of it. */
const contentsOf = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(path, name)).isFile() && name !== 'lock.db')
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ]),
  )

test('a keychain that takes nothing is said so, and a passphrase sets the lock', async () => {
  const elsewhere = trialFolder()
  const refusing = { ...keychain, wrap: () => Promise.reject(new Error('locked')) }
  const open = await openProgram(elsewhere.path, { keychain: refusing })
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  const { recoveryCode } = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  const given = { lastGroup: recoveryCode.slice(-4) }
  const answer = await open.post('/api/lock', given)
  expect([answer.status, await answer.json()]).toEqual([409, { code: 'keychain_refused' }])
  expect((await sessionOf(open)).lock).toMatchObject({ state: 'none', isKeychainOffered: false })
  expect(
    (await open.post('/api/lock', { ...given, passphrase: 'four words in a row' })).status,
  ).toBe(200)
  await open.close()
  elsewhere.remove()
})
