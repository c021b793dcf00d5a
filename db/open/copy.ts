import type Database from 'better-sqlite3'
import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { connect } from './connect.ts'
import type { FileKey } from './connect.ts'
import { flushFile, flushFolder } from './flush.ts'

/** How a file is called that has not got its name yet. */
export const unfinishedEnding = '.unfinished'

/**
 * Copies an open database, whole and compact, under the same key. The copy has its name only when it is complete and
 * on disk; nothing half is left but by a process that was killed. Throws what SQLite and the file system say.
 */
export function copyDatabase(db: Database.Database, path: string): void {
  const unfinished = `${path}${unfinishedEnding}`
  rmSync(unfinished, { force: true })
  try {
    db.prepare('vacuum into ?').run(unfinished)
    flushFile(unfinished)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  flushFolder(dirname(path))
}

/** A copy, opened to be read only, when every page of it is as it was written; `undefined` where it is not. */
export function openWhole(path: string, key: FileKey | undefined): Database.Database | undefined {
  let db: Database.Database | undefined
  try {
    db = connect(path, { readonly: true, fileMustExist: true }, key)
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db
    db.close()
    return undefined
  } catch {
    // Whatever is wrong with a copy: it is not a good one.
    db?.close()
    return undefined
  }
}
