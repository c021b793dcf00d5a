import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../open/database.ts'
import { trialDevice } from '../trial/device.ts'
import { actorAs } from '../trial/people.ts'
import { Goal } from '../trial/toy-records.ts'
import { deviceMigrations } from './migrations.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-crash-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** How many commands are awaited before each kill. */
const killAfter = [1, 9, 40, 85]

test('a program killed while it works loses nothing it has told of', async () => {
  const path = join(folder, 'record.sqlite')
  const told = new Set<string>()
  for (const wanted of killAfter) {
    const child = fork(join(import.meta.dirname, '../trial/crash-child.ts'), [path, folder])
    const ended = new Promise(resolve => child.once('exit', resolve))
    let since = 0
    child.on('message', key => {
      told.add(String(key))
      if (++since >= wanted) child.kill('SIGKILL')
    })
    await ended
    const opened = openDatabase(path, { migrations: deviceMigrations, backups: folder })
    if (opened.opened !== 'ready') throw new Error(opened.opened)
    expect(opened.db.pragma('integrity_check', { simple: true })).toBe('ok')
    const { store } = trialDevice(actorAs('me', 'a'), opened.db)
    const kept = new Set(store.outbox().map(row => row.key))
    expect([...told].filter(key => !kept.has(key))).toEqual([])
    expect(await store.seen.list(Goal, {})).toHaveLength(kept.size)
    store.close()
  }
})
