import type Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupDatabase, lastGoodBackup } from './backup.ts'
import { connect, isPlain } from './connect.ts'
import { openWhole } from './copy.ts'
import { openDatabase } from './database.ts'
import type { Migration } from './migration.ts'
import { reEncrypt } from './re-encrypt.ts'

const key = randomBytes(32)
const migrations: readonly Migration[] = [
  { number: 1, statements: () => ['create table word (text text)'] },
]
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-key-'))
  path = join(folder, 'record.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const backups = () => join(folder, 'backups')
function open(by?: Uint8Array): Database.Database {
  const opened = openDatabase(path, { migrations, backups: backups(), ...(by ? { key: by } : {}) })
  if (opened.opened !== 'ready') throw new Error(opened.opened)
  return opened.db
}
function filled(by?: Uint8Array): void {
  const db = open(by)
  db.exec("insert into word values ('canary')")
  db.close()
}
const words = (by?: Uint8Array): unknown => {
  const db = open(by)
  const found = db.prepare('select text from word').pluck().all()
  db.close()
  return found
}

test('a new file with a key is encrypted from its first byte, log and backup too', () => {
  const db = open(key)
  db.exec("insert into word values ('canary')")
  backupDatabase(db, backups(), 3, 1_700_000_000_000)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name !== 'backups') expect(readFileSync(join(folder, name)).includes('canary')).toBe(false)
  db.close()
  expect(isPlain(path)).toBe(false)
  const copy = openWhole(lastGoodBackup(backups(), key) ?? '', key)
  expect(copy?.prepare('select text from word').pluck().get()).toBe('canary')
  copy?.close()
  expect(lastGoodBackup(backups())).toBeUndefined()
})

test('a file gets its key and loses it again, and keeps what it holds', () => {
  filled()
  reEncrypt(path, undefined, key)
  expect([isPlain(path), words(key)]).toEqual([false, ['canary']])
  reEncrypt(path, undefined, key)
  reEncrypt(path, key, undefined)
  expect([isPlain(path), words()]).toEqual([true, ['canary']])
  expect(readdirSync(folder).filter(name => name.includes('re-encrypted'))).toEqual([])
})

test('a file whose turn has not come is opened as it is', () => {
  filled()
  expect(words(key)).toEqual(['canary'])
  expect(isPlain(path)).toBe(true)
})

test('what a stop has left half done is begun anew', () => {
  filled()
  writeFileSync(`${path}.re-encrypted`, 'half a file')
  reEncrypt(path, undefined, key)
  expect(words(key)).toEqual(['canary'])
})

test('what stands in the log of a program that was killed comes along', () => {
  const db = open()
  db.exec("insert into word values ('canary'), ('in the log')")
  // Copied while it is open: as a kill leaves it, with a log that nobody has read back.
  for (const suffix of ['', '-wal']) {
    const killed = join(folder, `killed.sqlite${suffix}`)
    writeFileSync(killed, readFileSync(`${path}${suffix}`))
  }
  db.close()
  const killed = join(folder, 'killed.sqlite')
  reEncrypt(killed, undefined, key)
  const again = connect(killed, { readonly: true }, key)
  expect(again.prepare('select text from word').pluck().all()).toEqual(['canary', 'in the log'])
  again.close()
  expect(readdirSync(folder).filter(name => name.startsWith('killed'))).toEqual(['killed.sqlite'])
})

test('another key, or none, opens nothing and changes nothing', () => {
  filled(key)
  const before = readFileSync(path)
  const opened = [
    openDatabase(path, { migrations, backups: backups(), key: randomBytes(32) }).opened,
    openDatabase(path, { migrations, backups: backups() }).opened,
  ]
  expect(opened).toEqual(['damaged', 'damaged'])
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('one changed byte of an encrypted file is noticed', () => {
  filled(key)
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
  expect(openDatabase(path, { migrations, backups: backups(), key }).opened).toBe('damaged')
})

test('a key that is no key is a defect', () => {
  expect(() => connect(path, {}, randomBytes(16))).toThrow(TypeError)
})
