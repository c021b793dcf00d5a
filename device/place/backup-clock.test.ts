import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addGoal, goalTitles, keychainOf, lock } from '../trial/locking.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

let folder: ReturnType<typeof trialFolder>
beforeEach(() => {
  folder = trialFolder()
})
afterEach(() => folder.remove())

const now = Date.parse('2026-11-26T08:00:00Z')
const yearMs = 365 * 86_400_000
const copies = () => readdirSync(join(folder.path, 'data', 'backups'))

test('a clock that was a year ahead and is put right takes no copy away that was just made', async () => {
  for (let time = 0; time < 8; time++) {
    const ahead = await openProgram(folder.path, { clock: () => now + yearMs + time })
    if (time === 0) await ahead.post('/api/setup', { alone: { name: 'Maya' } })
    await ahead.close()
  }
  const parts = { clock: () => now, keychain: keychainOf(7) }
  const right = await openProgram(folder.path, parts)
  await addGoal(right, 'By the right clock')
  await right.close()
  expect(copies()).toContain(`backup-${now}.sqlite`)

  const again = await openProgram(folder.path, parts)
  await lock(again)
  expect(await goalTitles(again)).toEqual(['By the right clock'])
  await again.close()
  expect(copies()).toContain(`backup-${now}.sqlite`)
  expect(again.logged).toEqual([])
})

test('a copy that can not be made keeps nobody from ending the program', async () => {
  const open = await openProgram(folder.path)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  // In the way of the folder of copies.
  rmSync(join(open.dataFolder, 'backups'), { recursive: true, force: true })
  writeFileSync(join(open.dataFolder, 'backups'), '')
  await open.close()
  expect(open.logged.map(({ where }) => where)).toEqual(['backup'])
  expect(readdirSync(open.dataFolder)).not.toContain('open')
})
