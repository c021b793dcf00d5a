import { execFileSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgresBin } from '../../db/trial/postgres-server.ts'

/** A copy of a stopped district's records, not of its accounts: as the README has an operator make and restore it. */
export interface RecordCopy {
  make(): void
  bringBack(): void
}

/** With SQLite a file, with PostgreSQL what its own tools make of the schema. */
export function recordCopyOf(dataFolder: string, databaseUrl: string | undefined): RecordCopy {
  if (databaseUrl === undefined) {
    const [record, copy] = ['record.sqlite', 'record.copy'].map(name => join(dataFolder, name))
    if (record === undefined || copy === undefined) throw new Error('two files have two names')
    return {
      make: () => copyFileSync(record, copy),
      bringBack: () => copyFileSync(copy, record),
    }
  }
  const dump = join(dataFolder, 'record.dump')
  const run = (tool: string, ...args: string[]) =>
    execFileSync(join(postgresBin() ?? '', tool), args, { stdio: 'pipe' })
  return {
    make: () =>
      run(
        'pg_dump',
        '--schema=meritfolio_record',
        '--format=custom',
        `--file=${dump}`,
        databaseUrl,
      ),
    bringBack: () =>
      run('pg_restore', '--clean', '--single-transaction', `--dbname=${databaseUrl}`, dump),
  }
}
