import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { namedShas } from '../../db/district-store/blobs.ts'
import type { Sql } from '../../db/sql/steps.ts'

/** Files that a record names and that are not in a folder of files: `ab/<sha256>`. */
export async function lackingFiles(record: Sql, blobs: string): Promise<readonly string[]> {
  return (await filesNamedBy(record)).filter(name => !existsSync(join(blobs, name)))
}

/** All files that a record names. */
export async function filesNamedBy(record: Sql): Promise<readonly string[]> {
  const shas = await record.snapshot(namedShas)
  return shas.map(sha => join(sha.slice(0, 2), sha))
}
