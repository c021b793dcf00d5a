import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { connect } from '../../db/open/connect.ts'
import { openWhole } from '../../db/open/copy.ts'
import { flushFolder } from '../../db/open/flush.ts'
import { lockFolder } from '../../db/open/lock.ts'
import { versionOf } from '../../db/open/migrate.ts'
import { newestOf } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import type { OpenFailure } from '../../db/open/failure.ts'
import { keysFolderOf, trustKeyIn } from '../keys/keys-folder.ts'
import { accountMigrations } from '../person/migrations.ts'
import { isBackup } from './backup.ts'
import type { Copied } from './files.ts'
import { copyBlobs, copyWhole, filesIn } from './files.ts'
import { joinLedgers, ledgerName } from '../erasure/ledger.ts'
import { giveToOwner } from './give-to-owner.ts'
import { lackingFiles } from './named-files.ts'
import { brokenOffIn, markRestored } from './restored-mark.ts'

export interface RestoreParts {
  readonly dataFolder: string
  /** One copy, as `backUp` has made it. */
  readonly from: string
  /** Takes the copy's accounts although there are some: devices that were revoked since may come in again. */
  readonly withAccounts: boolean
  readonly now: number
  onProgress(done: number, all: number): void
  isStopped(): boolean
}

export interface Restored {
  readonly blobs: Copied
  /** Files that the record names and that are neither in the copy nor in the folder. */
  readonly lacking: readonly string[]
  /** Where what was there before lies now; `undefined`: nothing was. */
  readonly before: string | undefined
  readonly withAccounts: boolean
  /** Whether a list that was published had been lost here, and is the copy's now. */
  readonly publishedTaken: boolean
}

/** How a database is called until it takes the place of another. */
const comingEnding = '.sqlite.restoring'

/** Why nothing was restored; then nothing was changed either, but for files that were added. */
export type NotRestored = 'no_backup' | 'damaged' | 'newer' | 'no_keys' | 'stopped' | OpenFailure

/** The databases of a copy, in the shapes that this program knows. */
const shapes = { record: districtMigrations, accounts: accountMigrations } as const

/**
 * Puts a copy in the place of a stopped district's records. Nothing is thrown away: what was there moves aside. Files
 * are added, lists that were published stay: nothing that was revoked comes back. The next start is told.
 */
export async function restore(parts: RestoreParts): Promise<Restored | NotRestored> {
  const { dataFolder, from } = parts
  if (!isBackup(from)) return 'no_backup'
  for (const [name, migrations] of Object.entries(shapes)) {
    const copy = openWhole(join(from, `${name}.sqlite`), undefined)
    if (copy === undefined) return 'damaged'
    const version = versionOf(copy)
    copy.close()
    // In its place nothing would start, and what stood there would be aside.
    if (version > newestOf(migrations)) return 'newer'
  }
  const lock = lockFolder(dataFolder)
  if (!lock.locked) return lock.code
  try {
    // Without them the next start would make others, and nobody would know this district again.
    if ((await trustKeyIn(keysFolderOf(dataFolder))) === undefined) return 'no_keys'
    // The long part first: until it is done everything is as it was.
    const blobs = await copyBlobs({
      ...parts,
      from: join(dirname(dirname(from)), 'blobs'),
      to: join(dataFolder, 'blobs'),
      isChecked: true,
    })
    if (parts.isStopped()) return 'stopped'
    // Before anything stands in its place: the next start erases anew what either knows to be erased.
    joinLedgers(join(from, ledgerName), join(dataFolder, ledgerName))
    const published = join(from, 'published')
    const lost = filesIn(published).filter(file => !existsSync(join(dataFolder, 'published', file)))
    for (const file of lost)
      await copyWhole(join(published, file), join(dataFolder, 'published', file))
    const withAccounts = parts.withAccounts || !existsSync(join(dataFolder, 'accounts.sqlite'))
    const names = ['record', ...(withAccounts ? ['accounts'] : [])]
    // Beside what they take the place of: a disk that gets full changes nothing.
    for (const name of names)
      await copyWhole(join(from, `${name}.sqlite`), join(dataFolder, `${name}${comingEnding}`))
    const fresh = join(dataFolder, `before-restore-${parts.now}`)
    const earlier = brokenOffIn(dataFolder) ?? fresh
    markRestored(dataFolder, earlier)
    const wasThere = names.map(name => {
      // What an earlier one left of a database that it had moved away goes where that went.
      const isThere = existsSync(join(dataFolder, `${name}.sqlite`))
      const wasMoved = movedAside(dataFolder, name, isThere ? fresh : earlier)
      renameSync(join(dataFolder, `${name}${comingEnding}`), join(dataFolder, `${name}.sqlite`))
      flushFolder(dataFolder)
      return wasMoved
    })
    const before = earlier === fresh && !wasThere.includes(true) ? undefined : earlier
    const lacking = (await lackingIn(dataFolder)).filter(name => !blobs.damaged.includes(name))
    return { blobs, lacking, before, withAccounts, publishedTaken: lost.length > 0 }
  } finally {
    for (const name of ['record', 'accounts'])
      rmSync(join(dataFolder, `${name}${comingEnding}`), { force: true })
    giveToOwner(dataFolder)
    lock.release()
  }
}

async function lackingIn(dataFolder: string): Promise<readonly string[]> {
  const file = join(dataFolder, 'record.sqlite')
  const record = sqliteSql(connect(file, { readonly: true, fileMustExist: true }, undefined))
  try {
    return await lackingFiles(record, join(dataFolder, 'blobs'))
  } finally {
    await record.close()
  }
}

/** A database with what SQLite keeps beside it: one without the other would be another database. */
function movedAside(dataFolder: string, name: string, aside: string): boolean {
  const files = ['', '-wal', '-shm']
    .map(ending => `${name}.sqlite${ending}`)
    .filter(file => existsSync(join(dataFolder, file)))
  for (const file of files) {
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    renameSync(join(dataFolder, file), join(aside, file))
  }
  if (files.length > 0) flushFolder(dataFolder)
  return files.length > 0
}
