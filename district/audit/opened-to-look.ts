import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { connect } from '../../db/open/connect.ts'
import { versionOf } from '../../db/open/migrate.ts'
import { newestOf } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import type { CommandWords, ProgramWords } from '../../words/shell-words.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { shownUrl } from '../database/database-url.ts'
import { recordSchema } from '../database/record-schema.ts'

/** A district's records, opened without the right to change them, also while it runs; else why not, in a sentence. */
export async function openedToLook(
  dataFolder: string,
  databaseUrl: string | undefined,
  words: LookWords,
): Promise<Sql | string> {
  return databaseUrl === undefined ? inFolder(dataFolder, words) : inPostgres(databaseUrl, words)
}

/** Of both languages' sentences those for a record that can't be looked at. */
export interface LookWords {
  readonly commands: Pick<CommandWords, 'noDistrict' | 'newer' | 'older'>
  readonly programs: Pick<ProgramWords['district'], 'file'>
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

async function inPostgres(url: string, { commands, programs }: LookWords): Promise<Sql | string> {
  const file = shownUrl(url)
  const { lookAtPostgres } = await import('../../db/open/postgres.ts')
  const looked = await lookAtPostgres({ url, schema: recordSchema, migrations: districtMigrations })
  switch (looked.opened) {
    case 'ready':
      return looked.sql
    case 'newer':
      return commands.newer({ file })
    case 'older':
      return commands.older({ file })
    case 'absent':
      return commands.noDistrict({ folder: file })
    case 'failed':
      return programs.file[looked.code]({ file })
  }
}
