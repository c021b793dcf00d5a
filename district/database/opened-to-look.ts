import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { connect } from '../../db/open/connect.ts'
import { versionOf } from '../../db/open/migrate.ts'
import { newestOf } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import type { Sql } from '../../db/sql/steps.ts'
import type { LookWords } from './looked-in-postgres.ts'
import { lookedInPostgres } from './looked-in-postgres.ts'
import { recordSchema } from './record-schema.ts'

/** A district's records, opened without the right to change them, also while it runs; else why not, in a sentence. */
export async function openedToLook(
  dataFolder: string,
  databaseUrl: string | undefined,
  words: LookWords,
): Promise<Sql | string> {
  return databaseUrl === undefined
    ? inFolder(dataFolder, words)
    : lookedInPostgres(
        { url: databaseUrl, schema: recordSchema, migrations: districtMigrations },
        words,
      )
}

function inFolder(dataFolder: string, { commands }: LookWords): Sql | string {
  const file = join(dataFolder, 'record.sqlite')
  if (!existsSync(file)) return commands.noDistrict({ folder: dataFolder })
  const db = connect(file, { readonly: true, fileMustExist: true }, undefined)
  let shape: number
  try {
    shape = versionOf(db)
  } catch (error) {
    db.close()
    throw error
  }
  const newest = newestOf(districtMigrations)
  if (shape === newest) return sqliteSql(db)
  db.close()
  return shape > newest ? commands.newer({ file }) : commands.older({ file })
}
