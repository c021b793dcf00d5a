import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unsealed } from '../district-store/cursor.ts'
import { districtMigrations } from '../district-store/migrations.ts'
import { openDatabase } from '../open/database.ts'
import { trialDevice } from '../trial/device.ts'
import { trialSecret } from '../trial/district.ts'
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
  let rowsTaken = 0
  for (const wanted of killAfter) {
    const child = fork(join(import.meta.dirname, '../trial/crash-child.ts'), [folder])
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
    const mirrored = opened.db.prepare<unknown[], string>('select key from mirror').pluck().all()
    expect(await store.seen.list(Goal, {})).toHaveLength(kept.size + mirrored.length)
    const { cursor } = store.standing()
    store.close()
    // The place to which it has read, and what it has read up to there, are kept together or not at all.
    expect(mirrored.toSorted()).toEqual(toldUpTo(cursor).toSorted())
    rowsTaken += mirrored.length
  }
  expect(rowsTaken).toBeGreaterThan(0)
})

/** What the district has told a computer that has read to a place. */
function toldUpTo(cursor: string): readonly string[] {
  const migrations = districtMigrations
  const opened = openDatabase(join(folder, 'district.sqlite'), { migrations, backups: folder })
  if (opened.opened !== 'ready') throw new Error(opened.opened)
  const position = unsealed(cursor, { device: 'a', person: 'me' }, trialSecret)
  const keys = opened.db
    .prepare<unknown[], string>("select key from change where stream = 'user:me' and seq <= ?")
    .pluck()
    .all(position?.streams['user:me'] ?? 0)
  opened.db.close()
  return keys
}
