import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keychainOf, passphrase } from '../trial/locking.ts'
import type { Lock } from './lock.ts'
import { lockIn } from './lock.ts'

const keychain = keychainOf(7)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function lockHere(): Promise<Lock> {
  const lock = await lockIn({ folder, keychain })
  if (lock === 'unreadable') throw new Error(lock)
  return lock
}

/** Sets the lock; its code. */
async function set(lock: Lock): Promise<string> {
  const { recoveryCode } = lock.begin()
  await lock.set({ lastGroup: recoveryCode.slice(-4), passphrase })
  return recoveryCode
}

/** A lock file that has to be written at the next opening: somebody has changed its state. */
async function changedLock(): Promise<string> {
  const lock = await lockHere()
  const code = await set(lock)
  lock.finish()
  const path = join(folder, 'lock.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('"locked"', '"opening"'))
  return code
}

const inTheWay = () => join(folder, 'lock.json.unfinished')

test.each(['the right code', 'the keychain'])(
  '%s opens a lock whose file can not be written, which is said, and written when there is room',
  async by => {
    const code = await changedLock()
    mkdirSync(inTheWay())
    const lock = await lockHere()
    await (by === 'the keychain' ? lock.openByKeychain() : lock.openByWord(code))
    expect(lock.isShut()).toBe(false)
    expect(lock.sealing()).toMatchObject({ writes: true })
    // Also where the records themselves have no problem.
    lock.setProblem(undefined)
    expect(lock.said()).toMatchObject({ state: 'sealing', problem: 'cannot_open' })
    rmSync(inTheWay(), { recursive: true })
    const again = await lockHere()
    await again.openByKeychain()
    expect(again.said()).not.toHaveProperty('problem')
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toMatchObject({
      state: 'sealing',
    })
  },
)

test('a lock that is set while the old one is being taken away is not taken away', async () => {
  const lock = await lockHere()
  await set(lock)
  lock.finish()
  lock.take()
  const code = await set(lock)
  expect(lock.said().state).toBe('sealing')
  lock.finish()
  expect(lock.said().state).toBe('locked')
  const again = await lockHere()
  await again.openByWord(code)
  expect(again.isShut()).toBe(false)
})

test('a code begun while the old lock was being taken away sets a lock with a key of its own', async () => {
  const lock = await lockHere()
  await set(lock)
  const oldKey = lock.sealing()?.key
  lock.take()
  const { recoveryCode } = lock.begin()
  lock.finish()
  expect(lock.said().state).toBe('none')
  await lock.set({ lastGroup: recoveryCode.slice(-4) })
  expect(lock.said().state).toBe('sealing')
  expect(lock.sealing()?.key).not.toEqual(oldKey)
})
