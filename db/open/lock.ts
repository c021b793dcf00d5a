import Database from 'better-sqlite3'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './failure.ts'
import type { OpenFailure } from './failure.ts'

export type Locked =
  | { readonly locked: true; release(): void }
  /** `in_use`: another copy of the program has this folder open. */
  | { readonly locked: false; readonly code: OpenFailure }

/**
 * Holds a folder for one process. The lock is an open exclusive transaction on a file of its own, so the
 * system takes it back whatever way the process ends.
 */
export function lockFolder(folder: string): Locked {
  let db: Database.Database | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // SQLite opens what it may not write for reading, and says of a folder only that it can't be opened.
    accessSync(folder, constants.W_OK)
    const held = new Database(join(folder, 'lock.db'), { timeout: 0 })
    db = held
    held.exec('begin exclusive')
    return { locked: true, release: () => held.close() }
  } catch (error) {
    db?.close()
    const code = codeOf(error)
    if (code) return { locked: false, code }
    throw error
  }
}
