import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../../core/audit/chain.ts'
import { lastPlace } from '../../db/district-store/audit.ts'
import { connect } from '../../db/open/connect.ts'
import { isDamage } from '../../db/open/failure.ts'
import { versionOf } from '../../db/open/migrate.ts'
import { copyDatabase, openWhole, unfinishedEnding } from '../../db/open/copy.ts'
import { flushFile, flushFolder } from '../../db/open/flush.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { ledgerName } from '../erasure/ledger.ts'
import type { Copied } from './files.ts'
import { clearUnfinished, copyBlobs, copyWhole, filesIn } from './files.ts'
import { filesNamedBy, lackingFiles } from './named-files.ts'

export interface Backup {
  /** The folder that `restore` takes. */
  readonly folder: string
  /** The end of the log in the copy; `undefined`: written by a version before there was a chain. */
  readonly seal: Place | undefined
  readonly blobs: Copied
  /** Files that the record names and that are nowhere: lost before this copy was made. */
  readonly lacking: readonly string[]
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
/** The shape of the record since which its audit is a chain (db/district-store/migrations.ts). */
const chainSince = 3

/** Why there is no copy. `unreadable`: not by this user, or not at all. */
export type NotCopied = 'stopped' | 'damaged' | { readonly unreadable: string }

/**
 * Copies a district's records, accounts, published lists and files, also while it runs; not its keys. Databases first:
 * every file that they name is there by then, and is copied after them. The copy has its name only when it is whole,
 * and leaves nothing where it does not come to that. Throws what SQLite and the file system say.
 */
export async function backUp(parts: BackupParts): Promise<Backup | NotCopied> {
  const { to, now } = parts
  const name = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  const folder = join(to, 'copies', name)
  // Only in what is ours: others may keep their things in the same place.
  for (const ours of ['copies', 'blobs']) clearUnfinished(join(to, ours), now)
  const unfinished = `${folder}${unfinishedEnding}`
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    const made = await copyInto(unfinished, parts)
    if (typeof made === 'string' || 'unreadable' in made) return made
    renameSync(unfinished, folder)
    flushFolder(join(to, 'copies'))
    return { folder, ...made }
  } catch (error) {
    if (isDamage(error)) return 'damaged'
    throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function copyInto(
  folder: string,
  parts: BackupParts,
): Promise<Omit<Backup, 'folder'> | NotCopied> {
  const { dataFolder, to, now } = parts
  for (const each of databases) {
    const file = join(dataFolder, `${each}.sqlite`)
    const db = openedToCopy(file)
    if (db === undefined) return { unreadable: file }
    try {
      copyDatabase(db, join(folder, `${each}.sqlite`))
    } finally {
      db.close()
    }
  }
  for (const file of filesIn(join(dataFolder, 'published')))
    await copyWhole(join(dataFolder, 'published', file), join(folder, 'published', file))
  // What was erased does not come back with a copy of before: each later one says so.
  const ledger = join(dataFolder, ledgerName)
  if (existsSync(ledger)) await copyWhole(ledger, join(folder, ledgerName))
  const blobs = await copyBlobs({
    ...parts,
    from: join(dataFolder, 'blobs'),
    to: join(to, 'blobs'),
    isChecked: false,
  })
  if (parts.isStopped()) return 'stopped'
  const copy = openWhole(join(folder, 'record.sqlite'), undefined)
  if (copy === undefined) return 'damaged'
  // One from before the log was a chain, copied before it is brought to this version, has no seal.
  const hasChain = versionOf(copy) >= chainSince
  const sql = sqliteSql(copy)
  const lacking = await stillNamed(await lackingFiles(sql, join(to, 'blobs')), dataFolder)
  const seal = hasChain ? await sql.snapshot(lastPlace) : undefined
  await sql.close()
  const about = join(folder, 'about.json')
  writeFileSync(about, `${JSON.stringify({ v: aboutVersion, madeAt: now, seal })}\n`, {
    mode: 0o600,
  })
  flushFile(about)
  return { seal, blobs, lacking: lacking.filter(name => !blobs.damaged.includes(name)) }
}

/** Those of the files that the record itself names today: of the others the district has let go since it was copied. */
async function stillNamed(
  names: readonly string[],
  dataFolder: string,
): Promise<readonly string[]> {
  const db = names.length === 0 ? undefined : openedToCopy(join(dataFolder, 'record.sqlite'))
  if (db === undefined) return names
  const record = sqliteSql(db)
  try {
    const named = new Set(await filesNamedBy(record))
    return names.filter(name => named.has(name))
  } finally {
    await record.close()
  }
}

/** Opened and read for a first time, so that what can't be read is told from what can't be written. */
function openedToCopy(file: string): ReturnType<typeof connect> | undefined {
  let db: ReturnType<typeof connect> | undefined
  try {
    db = connect(file, { readonly: true, fileMustExist: true }, undefined)
    versionOf(db)
    return db
  } catch (error) {
    db?.close()
    if (isDamage(error)) throw error
    return undefined
  }
}

/** Whether a folder is a whole copy of a district. */
export const isBackup = (folder: string): boolean =>
  ['about.json', 'record.sqlite', 'accounts.sqlite'].every(name => existsSync(join(folder, name)))
