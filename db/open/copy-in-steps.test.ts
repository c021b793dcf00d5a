import Database from 'better-sqlite3'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupInSteps } from './backup.ts'
import { openWhole } from './copy.ts'
import { copyInSteps } from './copy-in-steps.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-in-steps-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Some megabytes: more than one step copies. */
const rowsCount = 2_000
function filled(): Database.Database {
  const db = new Database(join(folder, 'record.sqlite'))
  db.pragma('journal_mode = wal')
  db.exec('create table note (n integer primary key, text text not null)')
  const put = db.prepare('insert into note (text) values (?)')
  db.transaction(() => {
    for (let n = 0; n < rowsCount; n++) put.run('x'.repeat(3_000))
  })()
  return db
}
const copy = () => join(folder, 'copy.sqlite')
const all = (db: Database.Database | undefined) =>
  db?.prepare('select n, text from note order by n').all()

test('others write between its steps, and what they wrote is in the copy, which is one whole file', async () => {
  const db = filled()
  let isDone = false
  const copying = copyInSteps(db, copy()).finally(() => (isDone = true))
  let written = 0
  for (; !isDone; written++) {
    db.prepare('update note set text = ? where n = ?').run(
      `written ${written}`,
      rowsCount - written,
    )
    db.prepare('insert into note (text) values (?)').run(`new ${written}`)
    await nextTurn()
  }
  expect(await copying).toBe(true)
  expect(written).toBeGreaterThan(3)
  expect(readdirSync(folder).filter(name => name.startsWith('copy'))).toEqual(['copy.sqlite'])
  const made = openWhole(copy(), undefined)
  const there = all(db)
  // The very last writes may have come after its end.
  const inCopy = JSON.stringify(all(made))
  for (let n = 0; n < written - 2; n++) expect(inCopy).toContain(`"new ${n}"`)
  expect(there?.length).toBe(rowsCount + written)
  made?.close()
  db.close()
})

test('a database that is rewritten meanwhile is copied as it is afterwards', async () => {
  const db = filled()
  const copying = copyInSteps(db, copy())
  await nextTurn()
  db.prepare('delete from note where n > 10').run()
  db.exec('vacuum')
  expect(await copying).toBe(true)
  const made = openWhole(copy(), undefined)
  expect(all(made)).toEqual(all(db))
  made?.close()
  db.close()
})

test('of one that is closed meanwhile there is no copy, and nothing half is left', async () => {
  const db = filled()
  const made = backupInSteps(db, join(folder, 'backups'), 3, 1_700_000_000_000)
  await nextTurn()
  await nextTurn()
  db.close()
  expect(await made).toEqual({ backup: 'stopped' })
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
})

test('copies that are made in steps roll like the others', async () => {
  const db = filled()
  const backups = join(folder, 'backups')
  for (let n = 0; n < 4; n++)
    expect(await backupInSteps(db, backups, 2, 1_700_000_000_000 + n)).toMatchObject({
      backup: 'made',
    })
  expect(readdirSync(backups)).toEqual([2, 3].map(n => `backup-170000000000${n}.sqlite`))
  db.close()
})

test('where it can’t be written the reason is said', async () => {
  const db = filled()
  await expect(backupInSteps(db, join(folder, 'record.sqlite'), 3, 1)).resolves.toEqual({
    backup: 'failed',
    code: 'cannot_open',
  })
  db.close()
})
