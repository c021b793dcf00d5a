import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FileKey } from '../../db/open/connect.ts'
import { isDamage } from '../../db/open/failure.ts'
import { reEncrypt } from '../../db/open/re-encrypt.ts'
import { removeVerifyingFile } from '../../db/verifying-store/open.ts'
import { BlobDamaged } from '../evidence/blob-reader.ts'
import type { BlobStore, Sealing } from '../evidence/blob-store.ts'
import { unsealKeyFile } from '../keys/sealed-key-file.ts'
import { databaseIn } from '../place/records.ts'
import { clearSpool, verifyingFileIn } from '../verifying/verifying.ts'
import { keyFileIn } from '../place/key-file-in.ts'

/**
 * Brings a closed folder's records, their backups and the device's key into the form that the lock says. Goes on where
 * a stop has left it. A damaged file stays as it is; a damaged backup is nothing to go back to, and goes.
 */
export function convertRecords(folder: string, { key, writes }: Sealing): void {
  const from = writes ? undefined : key
  const to = writes ? key : undefined
  const backups = join(folder, 'backups')
  const names = existsSync(backups) ? readdirSync(backups) : []
  for (const name of names) {
    const path = join(backups, name)
    try {
      reEncrypt(path, from, to)
    } catch (error) {
      if (!isDamage(error)) throw error
      rmSync(path, { force: true })
    }
  }
  try {
    reEncrypt(databaseIn(folder), from, to)
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  convertVerifying(folder, from, to)
  if (!writes) unsealKeyFile(keyFileIn(folder), key)
}

/** What Verify keeps can be handed in again: damaged, it goes. */
function convertVerifying(
  folder: string,
  from: FileKey | undefined,
  to: FileKey | undefined,
): void {
  clearSpool(folder)
  const path = verifyingFileIn(folder)
  try {
    reEncrypt(path, from, to)
  } catch (error) {
    if (!isDamage(error)) throw error
    removeVerifyingFile(path)
  }
}

/**
 * Brings the evidence into the same form, file by file, beside the person's work; ends early with `signal`, and goes
 * on at the next start.
 *
 * @returns whether nothing is left to do.
 */
export async function convertFiles(
  blobs: BlobStore,
  onLeft: (count: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const paths = blobs.misplaced()
  for (const [at, path] of paths.entries()) {
    if (signal.aborted) return false
    onLeft(paths.length - at)
    try {
      await blobs.putRight(path)
    } catch (error) {
      // It opens with no key: there is nothing in it that could be put right.
      if (!(error instanceof BlobDamaged)) throw error
    }
  }
  return true
}
