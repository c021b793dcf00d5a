import type Database from 'better-sqlite3'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyBefore, lastGoodBackup } from './backup.ts'
import { connect } from './connect.ts'
import type { FileKey } from './connect.ts'
import { copyDatabase, openWhole } from './copy.ts'
import { codeOf, isDamage } from './failure.ts'
import type { OpenFailure } from './failure.ts'
import { migrate, versionOf } from './migrate.ts'
import type { Migration } from './migration.ts'
import { newestOf } from './migration.ts'

export interface OpenOptions {
  readonly migrations: readonly Migration[]
  /** Where copies are kept: of the file before it changes shape, and the rolling ones. */
  readonly backups: string
  /** For a file that is encrypted, or is to be from its first byte. */
  readonly key?: FileKey
  /** Epoch ms: a copy that says it is from later is not the newest. */
  readonly now?: number
}

export type Opened =
  | { readonly opened: 'ready'; readonly db: Database.Database }
  /** Written by a newer version of this program, and left to it. */
  | { readonly opened: 'newer'; readonly version: number }
  /** Left exactly as it is. `backup`: the newest copy that is whole. */
  | { readonly opened: 'damaged'; readonly backup?: string }
  | { readonly opened: 'failed'; readonly code: OpenFailure }

/** Above this size (bytes) a file isn't read through at each start; damage then shows when a page is met. */
const checkBytesMax = 256 * 1024 * 1024
const busyWaitMs = 5_000
const cacheKib = 32_768
/** The write-ahead log is moved into the file after so many pages (4 KiB each), and not after each large transaction. */
export const checkpointPages = 4_000

/**
 * Opens or makes a SQLite file of records. An existing file is checked, and copied before its shape changes.
 * Nothing is thrown for the state of file, folder or disk.
 */
export function openDatabase(path: string, options: OpenOptions): Opened {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return opened(path, options)
  } catch (error) {
    if (isDamage(error)) return damaged(options)
    const code = codeOf(error)
    if (code) return { opened: 'failed', code }
    throw error
  }
}

function opened(path: string, options: OpenOptions): Opened {
  const { migrations, backups, key } = options
  const existed = path !== ':memory:' && existsSync(path) && statSync(path).size > 0
  if (existed) {
    // Looked at without the right to write: opening for writing would already change a damaged file.
    const look = connect(path, { readonly: true, timeout: busyWaitMs }, key)
    try {
      if (!isWhole(look, path)) return damaged(options)
      const version = versionOf(look)
      if (version > newestOf(migrations)) return { opened: 'newer', version }
    } finally {
      look.close()
    }
  }
  const db = connect(path, { timeout: busyWaitMs }, key)
  try {
    setPragmas(db)
    const version = versionOf(db)
    if (existed && version > 0 && version < newestOf(migrations)) {
      mkdirSync(backups, { recursive: true, mode: 0o700 })
      const copy = copyBefore(backups, path, newestOf(migrations))
      // One that an earlier try has left may be half a copy.
      if (!isWholeCopy(copy, key)) copyDatabase(db, copy)
    }
    migrate(db, migrations)
    return { opened: 'ready', db }
  } catch (error) {
    db.close()
    throw error
  }
}

function damaged({ backups, key, now }: OpenOptions): Opened {
  const backup = lastGoodBackup(backups, key, now)
  return backup ? { opened: 'damaged', backup } : { opened: 'damaged' }
}

function isWholeCopy(path: string, key: FileKey | undefined): boolean {
  const copy = openWhole(path, key)
  copy?.close()
  return copy !== undefined
}

function isWhole(db: Database.Database, path: string): boolean {
  if (statSync(path).size > checkBytesMax) return db.pragma('schema_version') !== undefined
  return db.pragma('quick_check(1)', { simple: true }) === 'ok'
}

function setPragmas(db: Database.Database): void {
  db.pragma('journal_mode = wal')
  // The driver reopens a WAL file with NORMAL, which forgets acknowledged writes when the power goes.
  db.pragma('synchronous = full')
  db.pragma('foreign_keys = on')
  // A file from elsewhere must not bring functions that run, nor leave traces in a temporary folder.
  db.pragma('trusted_schema = off')
  db.pragma('temp_store = memory')
  // Room for what one page of sync touches, or a large transaction writes the same pages out again and again; taken as
  // it is needed.
  db.pragma(`cache_size = -${cacheKib}`)
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`)
}
