import { readdirSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '../../db/open/connect.ts'
import { unfinishedEnding } from '../../db/open/copy.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { isBackup } from './backup.ts'
import { filesIn } from './files.ts'
import { filesNamedBy } from './named-files.ts'

/** A file that was copied within so long (ms) stays: a copy that is just being made may be about to name it. */
const justCopiedMs = 24 * 3_600_000

/** What was thinned out; or why nothing was: a copy of which it can't be told which files it needs. */
export type Thinned =
  | { readonly files: number; readonly bytes: number }
  | { readonly notTold: string }

/**
 * Takes the files away that lie beside the copies in a folder and that none of those copies names any more: what people
 * deleted goes with the last copy from before. Only where every copy there says what it names; none is touched itself.
 */
export async function thinBlobs(to: string, now: number): Promise<Thinned> {
  const named = new Set<string>()
  for (const name of readdirSync(join(to, 'copies')).toSorted()) {
    const folder = join(to, 'copies', name)
    const names = name.endsWith(unfinishedEnding) ? undefined : await namesOf(folder)
    if (names === undefined) return { notTold: folder }
    for (const each of names) named.add(each)
  }
  const blobs = join(to, 'blobs')
  let files = 0
  let bytes = 0
  for (const name of filesIn(blobs)) {
    // What is not ours stays.
    if (named.has(name) || !/^[0-9a-f]{2}[/\\][0-9a-f]{64}$/.test(name)) continue
    const { size, mtimeMs } = await stat(join(blobs, name))
    if (now - mtimeMs < justCopiedMs) continue
    await rm(join(blobs, name))
    files++
    bytes += size
  }
  return { files, bytes }
}

/** The files that a copy names; `undefined`: it can't be told. */
async function namesOf(folder: string): Promise<readonly string[] | undefined> {
  if (!isBackup(folder)) return undefined
  try {
    const options = { readonly: true, fileMustExist: true }
    const record = sqliteSql(connect(join(folder, 'record.sqlite'), options, undefined))
    try {
      return await filesNamedBy(record)
    } finally {
      await record.close()
    }
  } catch {
    // Damaged, of a version that keeps files otherwise, or not for this user: whatever it is, it may need any of them.
    return undefined
  }
}
