import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../db/open/connect.ts'
import { versionOf } from '../../db/open/migrate.ts'
import { newestOf } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { accountMigrations } from '../person/migrations.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { accountsLock, accountsSchema } from './accounts-schema.ts'
import { lookedInPostgres } from './looked-in-postgres.ts'

/** How long another process may be at it (ms): the district itself writes a few rows at a time. */
const waitMs = 10_000

/**
 * A district's accounts, opened to add to them, also while it runs: every process writes in its turn. Nothing is made or
 * brought to another shape; else why not, in a sentence.
 */
export async function openedAccounts(
  dataFolder: string,
  databaseUrl: string | undefined,
  said: TerminalWords,
): Promise<Sql | string> {
  return databaseUrl === undefined ? inFolder(dataFolder, said) : inPostgres(databaseUrl, said)
}

function inFolder(dataFolder: string, { commands }: TerminalWords): Sql | string {
  const file = join(dataFolder, 'accounts.sqlite')
  if (!existsSync(file)) return commands.noDistrict({ folder: dataFolder })
  const db = connect(file, { fileMustExist: true, timeout: waitMs }, undefined)
  try {
    // As the district has it: what is answered is on disk.
    db.pragma('synchronous = full')
    const shape = versionOf(db)
    const newest = newestOf(accountMigrations)
    if (shape === newest) return sqliteSql(db)
    db.close()
    return shape > newest ? commands.newer({ file }) : commands.older({ file })
  } catch (error) {
    db.close()
    throw error
  }
}

async function inPostgres(url: string, said: TerminalWords): Promise<Sql | string> {
  const what = { url, schema: accountsSchema, migrations: accountMigrations }
  const opened = await lookedInPostgres(what, said)
  if (typeof opened === 'string') return opened
  const { oneWriter } = await import('../../db/open/postgres.ts')
  return oneWriter(opened, accountsLock)
}
