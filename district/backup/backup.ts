import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../../core/audit/chain.ts'
import { lastPlace } from '../../db/district-store/audit.ts'
import { connect } from '../../db/open/connect.ts'
import { copyDatabase, openWhole, unfinishedEnding } from '../../db/open/copy.ts'
import { flushFile, flushFolder } from '../../db/open/flush.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import type { Copied } from './files.ts'
import { copyBlobs, copyWhole, filesIn } from './files.ts'

export interface Backup {
  /** The folder that `restore` takes. */
  readonly folder: string
  /** The end of the log in the copy. */
  readonly seal: Place
  readonly blobs: Copied
}

export interface BackupParts {
  readonly dataFolder: string
  /** Where copies go: each in a folder of its own, with files of evidence beside them, once for all. */
  readonly to: string
  readonly now: number
  onProgress(done: number, all: number): void
  isStopped(): boolean
}

const databases = ['record', 'accounts'] as const
const aboutVersion = 1

/**
 * Copies a district's records, accounts, published lists and files, also while it runs; not its keys. Databases first:
 * every file that they name is there by then, and is copied after them. The copy has its name only when it is whole.
 * Throws what SQLite and the file system say.
 */
export async function backUp(parts: BackupParts): Promise<Backup | 'stopped' | 'damaged'> {
  const { dataFolder, to, now } = parts
  const name = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  const folder = join(to, 'copies', name)
  const unfinished = `${folder}${unfinishedEnding}`
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  for (const each of databases) {
    const db = connect(
      join(dataFolder, `${each}.sqlite`),
      { readonly: true, fileMustExist: true },
      undefined,
    )
    try {
      copyDatabase(db, join(unfinished, `${each}.sqlite`))
    } finally {
      db.close()
    }
  }
  for (const file of filesIn(join(dataFolder, 'published')))
    await copyWhole(join(dataFolder, 'published', file), join(unfinished, 'published', file))
  const blobs = await copyBlobs({
    ...parts,
    from: join(dataFolder, 'blobs'),
    to: join(to, 'blobs'),
    isChecked: false,
  })
  if (parts.isStopped()) return 'stopped'
  const copy = openWhole(join(unfinished, 'record.sqlite'), undefined)
  if (copy === undefined) return 'damaged'
  const sql = sqliteSql(copy)
  const seal = await sql.snapshot(lastPlace)
  await sql.close()
  const about = join(unfinished, 'about.json')
  writeFileSync(about, `${JSON.stringify({ v: aboutVersion, madeAt: now, seal })}\n`, {
    mode: 0o600,
  })
  flushFile(about)
  renameSync(unfinished, folder)
  flushFolder(join(to, 'copies'))
  return { folder, seal, blobs }
}

/** Whether a folder is a whole copy of a district. */
export const isBackup = (folder: string): boolean =>
  ['about.json', 'record.sqlite', 'accounts.sqlite'].every(name => existsSync(join(folder, name)))
