import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { connect } from '../../db/open/connect.ts'
import { versionOf } from '../../db/open/migrate.ts'
import { newestOf } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { shownUrl } from '../database/database-url.ts'
import { failureSentences } from '../database/failure-sentences.ts'
import { recordSchema } from '../database/record-schema.ts'

/** A district's records, opened without the right to change them, also while it runs; else why not, in a sentence. */
export async function openedToLook(
  dataFolder: string,
  databaseUrl: string | undefined,
): Promise<Sql | string> {
  return databaseUrl === undefined ? inFolder(dataFolder) : inPostgres(databaseUrl)
}

function inFolder(dataFolder: string): Sql | string {
  const file = join(dataFolder, 'record.sqlite')
  if (!existsSync(file)) return `${dataFolder} ${notThere}`
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
  return `${file} ${shape > newest ? newer : older}`
}

async function inPostgres(url: string): Promise<Sql | string> {
  const { lookAtPostgres } = await import('../../db/open/postgres.ts')
  const looked = await lookAtPostgres({ url, schema: recordSchema, migrations: districtMigrations })
  switch (looked.opened) {
    case 'ready':
      return looked.sql
    case 'newer':
      return `${shownUrl(url)} ${newer}`
    case 'older':
      return `${shownUrl(url)} ${older}`
    case 'absent':
      return `${shownUrl(url)} ${notThere}`
    case 'failed':
      return `${shownUrl(url)} ${failureSentences[looked.code]}`
  }
}

const notThere =
  'holds no district record. Name its folder with --data, its database with --database.'
const newer = 'was written by a newer version of this program. Use that one.'
const older =
  'was written by an older version. Start the district once with this one, then try again.'
