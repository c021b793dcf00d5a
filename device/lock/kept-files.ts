import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isPlain, isSealed } from '../../db/open/connect.ts'
import type { Sealing } from '../evidence/blob-store.ts'
import { sealedKeyPath } from '../keys/sealed-key-file.ts'
import { keyFileIn } from '../place/key-file-in.ts'
import { backupsIn, databaseIn } from '../place/records.ts'
import { verifyingFileIn } from '../verifying/verifying.ts'

/** The copies of a folder's records, whatever made them. */
export function copiesIn(folder: string): readonly string[] {
  const backups = backupsIn(folder)
  if (!existsSync(backups)) return []
  return readdirSync(backups)
    .filter(name => name.endsWith('.sqlite'))
    .map(name => join(backups, name))
}

/** What of a folder, its evidence apart, is not kept as the lock says: in the clear, or still sealed. */
export function keptOtherwise(folder: string, { writes }: Sealing): readonly string[] {
  const databases = [databaseIn(folder), verifyingFileIn(folder), ...copiesIn(folder)]
  const keyFile = keyFileIn(folder)
  const wrongKeyFile = writes ? keyFile : sealedKeyPath(keyFile)
  return [
    ...databases.filter(writes ? isPlain : isSealed),
    ...(existsSync(wrongKeyFile) ? [wrongKeyFile] : []),
  ]
}

/** Whether a folder without a lock file was locked: then its lock file is gone, and nothing may be made anew in it. */
export function wasSealed(folder: string): boolean {
  if (existsSync(sealedKeyPath(keyFileIn(folder)))) return true
  const copies = copiesIn(folder)
  return isSealed(databaseIn(folder)) && copies.length > 0 && copies.every(isSealed)
}
