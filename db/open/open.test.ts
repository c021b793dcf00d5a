import Database from 'better-sqlite3'
import { fork } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupDatabase, lastGoodBackup } from './backup.ts'
import { openWhole } from './copy.ts'
import type { Opened } from './database.ts'
import { openDatabase } from './database.ts'
import { codeOf } from './failure.ts'
import { lockFolder } from './lock.ts'
import type { Migration } from './migration.ts'

let folder = ''
let path = ''
let backups = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-open-'))
  path = join(folder, 'record.sqlite')
  backups = join(folder, 'backups')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const one: Migration = {
  number: 1,
  statements: () => [
    'create table parent (id integer primary key)',
    'create table child (id integer primary key, parent integer references parent (id) on delete cascade)',
  ],
}
/** A table made anew, as a changed default asks for: with references on, its children would go. */
const two: Migration = {
  number: 2,
  statements: () => [
    'create table parent_new (id integer primary key, word text)',
    'insert into parent_new (id) select id from parent',
    'drop table parent',
    'alter table parent_new rename to parent',
  ],
}

function ready(opened: Opened): Database.Database {
  if (opened.opened !== 'ready') throw new Error(opened.opened)
  return opened.db
}

const open = (...migrations: Migration[]): Opened => openDatabase(path, { migrations, backups })

function filled(): void {
  const db = ready(open(one))
  db.exec('insert into parent values (1); insert into child values (1, 1), (2, 1)')
  db.close()
}

test('a file is opened so that what was acknowledged survives a power cut, also the second time', () => {
  for (let times = 0; times < 2; times++) {
    const db = ready(open(one))
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('temp_store')).toBe(2)
    db.close()
  }
})

test('a migration keeps what refers to a table made anew, and a copy of the file from before', () => {
  filled()
  const db = ready(open(one, two))
  expect(db.prepare('select count(*) from child').pluck().get()).toBe(2)
  expect(db.pragma('user_version', { simple: true })).toBe(2)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  db.close()
  const copy = new Database(join(backups, 'record.sqlite.before-2.sqlite'), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(1)
  expect(copy.prepare('select count(*) from child').pluck().get()).toBe(2)
  copy.close()
})

test('a migration that fails leaves the file as it was', () => {
  filled()
  const broken: Migration = { number: 2, statements: () => ['drop table child', 'not sql'] }
  expect(() => open(one, broken)).toThrow(/syntax/)
  const db = ready(open(one))
  expect(db.prepare('select count(*) from child').pluck().get()).toBe(2)
  db.close()
})

test('a migration that breaks a reference is undone', () => {
  filled()
  const statements = () => ['delete from parent']
  expect(() => open(one, { number: 2, statements, changesRowsOf: ['parent'] })).toThrow(
    /references/,
  )
  const db = ready(open(one))
  expect(db.prepare('select count(*) from parent').pluck().get()).toBe(1)
  db.close()
})

const losing = (changesRowsOf?: readonly string[]): Migration => ({
  ...{ number: 2, statements: () => ['delete from child where id = 2'] },
  ...(changesRowsOf && { changesRowsOf }),
})

test.each([
  ['loses a row', losing(), /leaves 1 of 2 rows of child/],
  ['says it of another table', losing(['parent']), /leaves 1 of 2 rows of child/],
  [
    'loses a table',
    { number: 2, statements: () => ['drop table child'] },
    /leaves no of 2 rows of child/,
  ],
  [
    'writes rows twice',
    { number: 2, statements: () => ['insert into child select id + 10, parent from child'] },
    /leaves 4 of 2 rows of child/,
  ],
])('a migration that %s is undone', (_what, migration, said) => {
  filled()
  expect(() => open(one, migration)).toThrow(said)
  const db = ready(open(one))
  expect(db.prepare('select count(*) from child').pluck().get()).toBe(2)
  db.close()
})

test('a migration that says so may leave a table with fewer rows', () => {
  filled()
  const db = ready(open(one, losing(['child'])))
  expect(db.prepare('select count(*) from child').pluck().get()).toBe(1)
  db.close()
})

test('a gap in the numbers is a defect', () => expect(() => open(two)).toThrow(/missing/))

test('a file of a newer version is left to it, as it is', () => {
  ready(open(one, two)).close()
  const before = readFileSync(path)
  expect(open(one)).toEqual({ opened: 'newer', version: 2 })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test.each([
  ['no database at all', () => writeFileSync(path, 'A letter, not a database. '.repeat(300))],
  ['a damaged page', () => damage()],
  ['a file cut in half', () => writeFileSync(path, readFileSync(path).subarray(0, 5_000))],
])('%s is left as it is, and the newest good backup is named', (_what, spoil) => {
  const db = ready(open(one))
  db.exec("insert into parent select value from json_each('[1,2,3]')")
  for (let i = 0; i < 400; i++) db.prepare('insert into child values (?, 1)').run(i)
  const made = backupDatabase(db, backups, 3, 1_700_000_000_000)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  spoil()
  const before = readFileSync(path)
  const opened = open(one)
  expect(opened).toEqual({ opened: 'damaged', backup: 'path' in made ? made.path : '' })
  expect(readFileSync(path).equals(before)).toBe(true)
  const good = openWhole(lastGoodBackup(backups) ?? '', undefined)
  expect(good?.prepare('select count(*) from child').pluck().get()).toBe(400)
  expect(() => good?.exec('delete from child')).toThrow(/readonly/)
  good?.close()
})

function damage(): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4_096, 0x5a), 0, 4_096, 4_096)
}

test('a damaged file without a backup says so', () => {
  writeFileSync(path, 'x'.repeat(9_000))
  expect(open(one)).toEqual({ opened: 'damaged' })
})

test('backups roll: the newest stay, an unfinished or damaged one is never the last good', () => {
  const db = ready(open(one))
  for (let i = 0; i < 5; i++) backupDatabase(db, backups, 3, 1_700_000_000_000 + i)
  expect(readdirSync(backups)).toEqual([2, 3, 4].map(i => `backup-170000000000${i}.sqlite`))
  writeFileSync(join(backups, 'backup-1700000000009.sqlite'), 'half')
  writeFileSync(join(backups, 'backup-1700000000010.sqlite.unfinished'), 'half')
  expect(lastGoodBackup(backups)).toBe(join(backups, 'backup-1700000000004.sqlite'))
  backupDatabase(db, backups, 3, 1_700_000_000_005)
  expect(readdirSync(backups).filter(name => name.endsWith('.unfinished'))).toEqual([])
  db.close()
})

test('copies of a clock that was a year ahead are the oldest once it is put right', () => {
  const db = ready(open(one))
  const now = 1_700_000_000_000
  const yearMs = 365 * 86_400_000
  for (let i = 0; i < 3; i++) backupDatabase(db, backups, 3, now + yearMs + i)
  const made = backupDatabase(db, backups, 3, now)
  expect(made).toMatchObject({ backup: 'made' })
  const mine = join(backups, `backup-${now}.sqlite`)
  expect(lastGoodBackup(backups, undefined, now)).toBe(mine)
  for (let i = 1; i < 3; i++) backupDatabase(db, backups, 3, now + i)
  expect(readdirSync(backups)).toEqual([0, 1, 2].map(i => `backup-${now + i}.sqlite`))
  db.close()
})

test('half a copy from before a migration is made again, and one that is whole is kept', () => {
  filled()
  const copy = join(backups, 'record.sqlite.before-2.sqlite')
  mkdirSync(backups)
  writeFileSync(copy, readFileSync(path).subarray(0, 5_000))
  ready(open(one, two)).close()
  const whole = openWhole(copy, undefined)
  expect(whole?.prepare('select count(*) from child').pluck().get()).toBe(2)
  whole?.close()
})

test('a copy that is to be alone takes the place of all, also of those from before a migration', () => {
  filled()
  const db = ready(open(one, two))
  expect(readdirSync(backups)).toEqual(['record.sqlite.before-2.sqlite'])
  backupDatabase(db, backups, 8, 1_700_000_000_000)
  expect(readdirSync(backups)).toHaveLength(2)
  backupDatabase(db, backups, 1, 1_700_000_000_001)
  expect(readdirSync(backups)).toEqual(['backup-1700000000001.sqlite'])
  db.close()
})

test('a folder that is a file gets a code, not an error', () => {
  writeFileSync(join(folder, 'file'), '')
  const opened = openDatabase(join(folder, 'file', 'record.sqlite'), { migrations: [one], backups })
  expect(opened).toMatchObject({ opened: 'failed', code: 'cannot_open' })
})

test.each([
  ['SQLITE_READONLY_DIRECTORY', 'folder_read_only'],
  ['EROFS', 'folder_read_only'],
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['SQLITE_IOERR_WRITE', 'cannot_open'],
  ['EIO', 'cannot_open'],
  ['EMFILE', 'cannot_open'],
  ['EBUSY', 'in_use'],
  ['SQLITE_BUSY_SNAPSHOT', 'in_use'],
  ['SQLITE_CANTOPEN_ISDIR', 'cannot_open'],
  ['SQLITE_CONSTRAINT', undefined],
])('the error %s has the code %s', (code, expected) =>
  expect(codeOf(Object.assign(new Error('x'), { code }))).toBe(expected),
)

test('a full disk undoes the transaction and leaves the file whole', () => {
  const db = ready(open(one))
  db.exec('insert into parent values (1)')
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`)
  const fill = db.transaction(() => {
    for (let i = 0; i < 5_000; i++) db.prepare('insert into child values (?, 1)').run(i)
  })
  expect(fill).toThrow(/full/)
  db.close()
  const again = ready(open(one))
  expect(again.prepare('select count(*) from child').pluck().get()).toBe(0)
  expect(again.pragma('integrity_check', { simple: true })).toBe('ok')
  again.close()
})

test('a folder belongs to one process, until that ends in whatever way', async () => {
  const script = join(folder, 'holder.mjs')
  writeFileSync(
    script,
    `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
     process.send(lockFolder(${JSON.stringify(folder)}).locked)
     setInterval(() => {}, 1000)`,
  )
  const child = fork(script)
  const told = await new Promise(resolve => child.once('message', resolve))
  expect(told).toBe(true)
  expect(lockFolder(folder)).toEqual({ locked: false, code: 'in_use' })
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  const mine = lockFolder(folder)
  if (!mine.locked) throw new Error(mine.code)
  expect(lockFolder(folder)).toMatchObject({ locked: false })
  mine.release()
})
