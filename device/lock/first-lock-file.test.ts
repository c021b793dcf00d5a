import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addGoal,
  found,
  goalTitles,
  keychainOf,
  lock,
  sessionOf,
  settled,
} from '../trial/locking.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { KeyCopy, Keychain } from './key-copies.ts'
import { keyByKeychain } from './key-copies.ts'
import { lockFileIn } from './lock-file.ts'

// A lock as the first version wrote it: without proofs, and the keychain kept the key itself.

const keychain = keychainOf(4)

let folder: ReturnType<typeof trialFolder>
let data: string
let code: string
let key: Uint8Array
beforeEach(async () => {
  folder = trialFolder()
  const open = await openProgram(folder.path, { keychain })
  data = open.dataFolder
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await addGoal(open, 'Kept')
  code = await lock(open)
  await settled(open)
  await open.close()
  const copies = copiesNow()
  key = (await keyByKeychain(copies, keychain)) ?? new Uint8Array()
  await writeFirst(copies, key)
})
afterEach(() => folder.remove())

function copiesNow(): readonly KeyCopy[] {
  const file = lockFileIn(data).read()
  if (file === undefined || file === 'unreadable') throw new Error('no lock')
  return file.copies
}

async function writeFirst(copies: readonly KeyCopy[], kept: Uint8Array): Promise<void> {
  const sealed = Buffer.from(await keychain.wrap(kept)).toString('base64')
  const first = {
    format: 'meritfolio-lock',
    version: 1,
    state: 'locked',
    copies: [...copies.filter(({ by }) => by === 'recovery'), { by: 'keychain', sealed }],
  }
  writeFileSync(join(data, 'lock.json'), JSON.stringify(first))
}

const versionNow = (): unknown => JSON.parse(readFileSync(join(data, 'lock.json'), 'utf8')).version

test('the keychain opens it without a question, and it is written as today', async () => {
  const open = await openProgram(folder.path, { keychain })
  expect(await goalTitles(open)).toEqual(['Kept'])
  expect((await settled(open)).lock).toMatchObject({
    state: 'locked',
    opensBy: ['recovery', 'keychain'],
  })
  await open.close()
  expect(versionNow()).toBe(2)
  expect(await keyByKeychain(copiesNow(), keychain)).toEqual(Buffer.from(key))
  const again = await openProgram(folder.path, { keychain })
  expect(await goalTitles(again)).toEqual(['Kept'])
  await again.close()
})

test.each<readonly [string, Keychain['unwrap']]>([
  ['32 other bytes', async () => randomBytes(32)],
  ['24 bytes', async bytes => bytes.subarray(0, 24)],
  ['nothing', async () => undefined],
])('a keychain that gives %s for it changes nothing, and the code opens it', async (_, unwrap) => {
  const before = readFileSync(join(data, 'lock.json'))
  const open = await openProgram(folder.path, { keychain: { ...keychain, unwrap } })
  expect((await sessionOf(open)).mode).toBe('locked')
  expect(readFileSync(join(data, 'lock.json'))).toEqual(before)
  expect((await open.post('/api/unlock', { word: code })).status).toBe(200)
  expect(await goalTitles(open)).toEqual(['Kept'])
  expect((await settled(open)).lock.state).toBe('locked')
  await open.close()
})

test('records that can be read without a key prove none: the code is asked for', async () => {
  const unlocked = await openProgram(folder.path, { keychain })
  const copies = copiesNow()
  await unlocked.post('/api/lock', { take: true })
  await settled(unlocked)
  await unlocked.close()
  expect(found(data, 'SQLite format 3')).not.toEqual([])
  await writeFirst(copies, randomBytes(32))
  const open = await openProgram(folder.path, { keychain })
  expect((await sessionOf(open)).mode).toBe('locked')
  await open.close()
})
