import { int } from '../sql/row.ts'
import type { Sql, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { keepingRows } from './keeping-rows.ts'
import type { Migration } from './migration.ts'
import { newestOf } from './migration.ts'

/** Any number will do, so long as every process uses the same. */
const lockNumber = 7_112_026

export type Migrated =
  | { readonly migrated: 'ready' }
  /** Written by a newer version of this program: not touched. */
  | { readonly migrated: 'newer'; readonly version: number }

/**
 * Brings a PostgreSQL database to the newest shape in one transaction; of several processes one does it. Throws, and
 * leaves it as it was, where a table has lost rows.
 */
export async function migratePostgres(
  sql: Sql,
  migrations: readonly Migration[],
): Promise<Migrated> {
  const newest = newestOf(migrations)
  return sql.write<Migrated>(
    function* () {
      yield* query('select pg_advisory_xact_lock(?)', lockNumber)
      yield* query('create table if not exists shape (version bigint not null)')
      const [row] = yield* query('select version from shape')
      const from = row ? int(row, 'version') : 0
      if (from > newest) return { migrated: 'newer', version: from }
      yield* keepingRows(sql.dialect, migrations.slice(from))
      yield* query('delete from shape')
      yield* query('insert into shape (version) values (?)', newest)
      return { migrated: 'ready' }
    },
    () => true,
  )
}

/** The number of the newest migration that a schema has; `undefined` where it holds nothing of ours. */
export function* postgresShape(schema: string): Steps<number | undefined> {
  const [there] = yield* query(
    `select 1 as is_there from information_schema.tables where table_schema = ? and table_name = 'shape'`,
    schema,
  )
  if (!there) return undefined
  const [row] = yield* query('select version from shape')
  return row ? int(row, 'version') : 0
}
