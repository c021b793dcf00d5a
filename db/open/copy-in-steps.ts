import type Database from 'better-sqlite3'
import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { connect } from './connect.ts'
import { unfinishedEnding } from './copy.ts'
import { flushFile, flushFolder } from './flush.ts'

/** Pages of one step: some milliseconds, in which nobody else is served. */
const stepPages = 500

/**
 * Copies an open database without a key as it is at the end of the copying, what is written meanwhile included; between
 * steps others are served. Like `copyDatabase`, but that pages without content come along. Returns whether there is a copy:
 * none where the database was closed meanwhile. Throws what SQLite and the file system say.
 */
export async function copyInSteps(db: Database.Database, path: string): Promise<boolean> {
  const unfinished = `${path}${unfinishedEnding}`
  rmSync(unfinished, { force: true })
  try {
    await db.backup(unfinished, { progress: () => stepPages })
    closeWhole(unfinished)
    flushFile(unfinished)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (!db.open) return false
    throw error
  }
  flushFolder(dirname(path))
  return true
}

/** It says of itself that it has a log beside it, as the original does: a copy is one file. */
function closeWhole(path: string): void {
  const copy = connect(path, { fileMustExist: true }, undefined)
  try {
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}
