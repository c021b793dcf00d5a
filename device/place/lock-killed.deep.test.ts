import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addFile, addGoal, found, goalTitles, keychainOf, lock, settled } from '../trial/locking.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const canary = 'canary-in-the-folder'
const keychain = keychainOf(5)
const locker = fileURLToPath(new URL('../trial/locker.ts', import.meta.url))
/** So long after it has begun to set the lock, or to take it away, the process is killed (ms). */
const momentsMs = [0, 30, 100, 300]

let folder: ReturnType<typeof trialFolder>
beforeEach(async () => {
  folder = trialFolder()
  const open = await openProgram(folder.path, { keychain })
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await addGoal(open, canary)
  for (const n of [1, 2, 3, 4]) await addFile(open, `${canary} ${n} `.repeat(50_000))
  await open.close()
})
afterEach(() => folder.remove())

/** Runs the process until it begins with the second of its changes, and kills it so long after. */
async function killed(afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [locker, folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = new Promise(resolve => child.once('exit', (_code, signal) => resolve(signal)))
  let begun = 0
  for await (const _line of createInterface({ input: child.stdout }))
    if (++begun === 2) setTimeout(() => child.kill('SIGKILL'), afterMs)
  expect(await died).toBe('SIGKILL')
}

test('kill -9 at any moment of locking and unlocking loses nothing, and what is called locked is', async () => {
  for (const [at, afterMs] of momentsMs.entries()) {
    await killed(afterMs)
    const open = await openProgram(folder.path, { keychain })
    const { lock: said } = await settled(open)
    expect(await goalTitles(open)).toEqual([canary])
    // So that both ways are met, whatever the last one was.
    if (said.state === 'none' && at % 2 === 0) await lock(open)
    if ((await settled(open)).lock.state === 'locked') {
      expect(found(open.dataFolder, canary, 'SQLite format 3')).toEqual([])
      if (at % 2 === 1) await open.post('/api/lock', { take: true })
      await settled(open)
    }
    expect(open.logged).toEqual([])
    await open.close()
  }
}, 600_000)
