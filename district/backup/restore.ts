import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openWhole } from '../../db/open/copy.ts'
import { flushFolder } from '../../db/open/flush.ts'
import { lockFolder } from '../../db/open/lock.ts'
import type { OpenFailure } from '../../db/open/failure.ts'
import { trustSecretIn } from '../keys/secrets.ts'
import { isBackup } from './backup.ts'
import type { Copied } from './files.ts'
import { copyBlobs, copyWhole, filesIn } from './files.ts'
import { markRestored } from './restored-mark.ts'

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
  /** Where what was there before lies now; `undefined`: nothing was. */
  readonly before: string | undefined
  readonly withAccounts: boolean
}

/** Why nothing was restored; then nothing was changed either. */
export type NotRestored = 'no_backup' | 'damaged' | 'no_keys' | OpenFailure

/**
 * Puts a copy in the place of a stopped district's records. Nothing is thrown away: what was there moves aside. Files
 * are added, lists that were published stay: nothing that was revoked comes back. The next start is told.
 */
export async function restore(parts: RestoreParts): Promise<Restored | NotRestored> {
  const { dataFolder, from } = parts
  if (!isBackup(from)) return 'no_backup'
  for (const name of ['record.sqlite', 'accounts.sqlite']) {
    const copy = openWhole(join(from, name), undefined)
    if (copy === undefined) return 'damaged'
    copy.close()
  }
  const lock = lockFolder(dataFolder)
  if (!lock.locked) return lock.code
  try {
    // Without them the next start would make others, and nobody would know this district again.
    if (trustSecretIn(join(dataFolder, 'keys')) === undefined) return 'no_keys'
    // The long part first: until it is done everything is as it was.
    const blobs = await copyBlobs({
      ...parts,
      from: join(dirname(dirname(from)), 'blobs'),
      to: join(dataFolder, 'blobs'),
      isChecked: true,
    })
    markRestored(dataFolder)
    for (const file of filesIn(join(from, 'published')))
      if (!existsSync(join(dataFolder, 'published', file)))
        await copyWhole(join(from, 'published', file), join(dataFolder, 'published', file))
    const aside = join(dataFolder, `before-restore-${parts.now}`)
    const withAccounts = parts.withAccounts || !existsSync(join(dataFolder, 'accounts.sqlite'))
    const names = ['record', ...(withAccounts ? ['accounts'] : [])]
    const wasThere = names.map(name => movedAside(dataFolder, name, aside)).includes(true)
    for (const name of names)
      await copyWhole(join(from, `${name}.sqlite`), join(dataFolder, `${name}.sqlite`))
    return { blobs, before: wasThere ? aside : undefined, withAccounts }
  } finally {
    lock.release()
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
