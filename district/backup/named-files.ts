import type Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Files that a record names and that are not in a folder of files: `ab/<sha256>`. */
export function lackingFiles(record: Database.Database, blobs: string): readonly string[] {
  const rows = record.prepare<[], { sha: string }>('select distinct sha from blob order by sha')
  return rows
    .all()
    .map(({ sha }) => join(sha.slice(0, 2), sha))
    .filter(name => !existsSync(join(blobs, name)))
}
