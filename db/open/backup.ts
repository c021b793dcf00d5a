import type Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FileKey } from './connect.ts'
import { copyDatabase, openWhole, unfinishedEnding } from './copy.ts'
import { copyInSteps } from './copy-in-steps.ts'
import { codeOf } from './failure.ts'
import type { OpenFailure } from './failure.ts'

const shape = /^backup-(\d{13})\.sqlite$/
const beforeShape = /\.before-\d+\.sqlite$/

/** Where the copy lies that is made of a database before migrations give it another shape. */
export const copyBefore = (folder: string, path: string, version: number): string =>
  join(folder, `${basename(path)}.before-${version}.sqlite`)

export type BackedUp =
  | { readonly backup: 'made'; readonly path: string; readonly sizeBytes: number }
  | { readonly backup: 'failed'; readonly code: OpenFailure }

/**
 * Copies an open database under the same key, and keeps the newest `keep` copies, this one always among them. Copies
 * that say they are from later than `now` (epoch ms) were made by a clock that was wrong: they go first. Where this one is
 * to be alone, those from before a migration go as well.
 */
export function backupDatabase(
  db: Database.Database,
  folder: string,
  keep: number,
  now: number,
): BackedUp {
  try {
    const path = placeFor(folder, now)
    copyDatabase(db, path)
    return keptBackup(path, folder, keep, now)
  } catch (error) {
    return failedBackup(error)
  }
}

/**
 * The same for a database that many use meanwhile: page by page, and whoever asks something goes in between. Not for one
 * under a key: its copy would lie there in clear. `stopped`: the database was closed.
 */
export async function backupInSteps(
  db: Database.Database,
  folder: string,
  keep: number,
  now: number,
): Promise<BackedUp | { readonly backup: 'stopped' }> {
  try {
    const path = placeFor(folder, now)
    if (!(await copyInSteps(db, path))) return { backup: 'stopped' }
    return keptBackup(path, folder, keep, now)
  } catch (error) {
    return failedBackup(error)
  }
}

/** Where a copy of this moment goes; what others left unfinished is cleared away. */
function placeFor(folder: string, now: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnfinished(folder)
  return join(folder, `backup-${String(now).padStart(13, '0')}.sqlite`)
}

/** A copy that was made, once those that are too many are gone. */
function keptBackup(path: string, folder: string, keep: number, now: number): BackedUp {
  const { size: sizeBytes } = statSync(path)
  const others = backupsIn(folder, now).filter(other => other !== path)
  for (const old of others.slice(Math.max(1, keep) - 1)) rmSync(old, { force: true })
  if (keep <= 1)
    for (const name of readdirSync(folder))
      if (beforeShape.test(name)) rmSync(join(folder, name), { force: true })
  return { backup: 'made', path, sizeBytes }
}

function failedBackup(error: unknown): BackedUp {
  const code = codeOf(error)
  if (code === undefined) throw error
  return { backup: 'failed', code }
}

/** The newest copy in a folder that is whole; newest as seen from `now` (epoch ms). */
export function lastGoodBackup(
  folder: string,
  key?: FileKey,
  now = Number.MAX_SAFE_INTEGER,
): string | undefined {
  return backupsIn(folder, now).find(path => {
    const db = openWhole(path, key)
    db?.close()
    return db !== undefined
  })
}

/** When a copy was made (epoch ms), by its name. */
export function backedUpAt(path: string): number | undefined {
  const [, at] = /backup-(\d{13})\.sqlite$/.exec(path) ?? []
  return at === undefined ? undefined : Number(at)
}

/** Newest first; what says that it is from later than `now` comes last. */
function backupsIn(folder: string, now: number): string[] {
  if (!existsSync(folder)) return []
  const made = readdirSync(folder).flatMap(name => {
    const [, at] = shape.exec(name) ?? []
    return at === undefined ? [] : [{ name, at: Number(at) }]
  })
  const rank = (at: number) => (at > now ? at - Number.MAX_SAFE_INTEGER : at)
  return made.toSorted((a, b) => rank(b.at) - rank(a.at)).map(({ name }) => join(folder, name))
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.endsWith(unfinishedEnding)) rmSync(join(folder, name), { force: true })
}
