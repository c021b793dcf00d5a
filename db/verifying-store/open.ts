import type Database from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import type { FileKey } from '../open/connect.ts'
import { connect } from '../open/connect.ts'
import { isDamage } from '../open/failure.ts'
import { migrate, versionOf } from '../open/migrate.ts'
import { newestOf } from '../open/migration.ts'
import { verifyingMigrations } from './migrations.ts'

const busyWaitMs = 5_000

/** What Verify keeps, opened. */
export interface VerifyingFile {
  readonly db: Database.Database
  /** Why an earlier file could not be read and was begun anew. */
  readonly begunAnew: 'damaged' | 'newer' | undefined
}

/**
 * Opens what Verify keeps, or makes it. Everything in it can be handed in again: a file that is damaged, or that a
 * newer program made, is begun anew, and that is told. Throws what SQLite says of disk and folder (`codeOf`).
 */
export function openVerifyingFile(path: string, key: FileKey | undefined): VerifyingFile {
  try {
    return { db: opened(path, key), begunAnew: undefined }
  } catch (error) {
    if (!isDamage(error) && !(error instanceof Newer)) throw error
    removeVerifyingFile(path)
    return { db: opened(path, key), begunAnew: error instanceof Newer ? 'newer' : 'damaged' }
  }
}

/** Takes the file away, with what SQLite keeps beside it. */
export function removeVerifyingFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    if (existsSync(`${path}${suffix}`)) rmSync(`${path}${suffix}`, { force: true })
}

class Newer extends Error {
  override readonly name = 'Newer'
}

function opened(path: string, key: FileKey | undefined): Database.Database {
  const db = connect(path, { timeout: busyWaitMs }, key)
  try {
    // Before the first table: what a batch took goes back to the disk when it is removed.
    if (versionOf(db) === 0) db.pragma('auto_vacuum = incremental')
    if (versionOf(db) > newestOf(verifyingMigrations)) throw new Newer()
    db.pragma('journal_mode = wal')
    // A power cut may take the last answers; they are checked again. The file stays whole.
    db.pragma('synchronous = normal')
    db.pragma('secure_delete = on')
    db.pragma('trusted_schema = off')
    db.pragma('temp_store = memory')
    migrate(db, verifyingMigrations)
    db.pragma('foreign_keys = on')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
