import type Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './connect.ts'
import type { FileKey } from './connect.ts'
import { codeOf } from './failure.ts'
import type { OpenFailure } from './failure.ts'

const shape = /^backup-\d{13}\.sqlite$/

export type BackedUp =
  | { readonly backup: 'made'; readonly path: string; readonly sizeBytes: number }
  | { readonly backup: 'failed'; readonly code: OpenFailure }

/**
 * Copies an open database, whole and compact, under the same key, and keeps the newest `keep` copies. A copy gets its name only
 * when it is complete; the older ones go only after that.
 */
export function backupDatabase(
  db: Database.Database,
  folder: string,
  keep: number,
  now: number,
): BackedUp {
  const path = join(folder, `backup-${String(now).padStart(13, '0')}.sqlite`)
  const unfinished = `${path}.unfinished`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    rmSync(unfinished, { force: true })
    db.prepare('vacuum into ?').run(unfinished)
    renameSync(unfinished, path)
    for (const old of backupsIn(folder).slice(Math.max(1, keep))) rmSync(old, { force: true })
    return { backup: 'made', path, sizeBytes: statSync(path).size }
  } catch (error) {
    rmSync(unfinished, { force: true })
    const code = codeOf(error)
    if (code) return { backup: 'failed', code }
    throw error
  }
}

/** The newest copy in a folder that is whole. */
export function lastGoodBackup(folder: string, key?: FileKey): string | undefined {
  return backupsIn(folder).find(path => {
    const db = openWhole(path, key)
    db?.close()
    return db !== undefined
  })
}

/** The newest whole copy, to be read only. */
export function openLastGoodBackup(folder: string, key?: FileKey): Database.Database | undefined {
  for (const path of backupsIn(folder)) {
    const db = openWhole(path, key)
    if (db) return db
  }
  return undefined
}

/** Newest first. */
function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => shape.test(name))
  return names
    .toSorted()
    .toReversed()
    .map(name => join(folder, name))
}

function openWhole(path: string, key: FileKey | undefined): Database.Database | undefined {
  let db: Database.Database | undefined
  try {
    db = connect(path, { readonly: true }, key)
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db
    db.close()
    return undefined
  } catch {
    // Whatever is wrong with a copy: it is not a good one.
    db?.close()
    return undefined
  }
}
