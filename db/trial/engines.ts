import Database from 'better-sqlite3'
import { districtMigrations } from '../district-store/migrations.ts'
import { migratePostgres } from '../open/migrate-postgres.ts'
import { migrate } from '../open/migrate.ts'
import type { Migration } from '../open/migration.ts'
import { postgresPool, postgresSql } from '../sql/postgres.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import type { Sql } from '../sql/steps.ts'
import { freshDatabase, postgresBin, startPostgresServer } from './postgres-server.ts'

/** A database engine for the tests: each `fresh` is an empty, migrated district database, of an earlier shape where these migrations are fewer. */
export interface TrialEngine {
  readonly name: string
  fresh(migrations?: readonly Migration[]): Promise<Sql>
  /** Brings one that was `fresh` to a later shape. */
  migrate(sql: Sql, migrations: readonly Migration[]): Promise<void>
  stop(): void
}

const opened = new WeakMap<Sql, Database.Database>()

const sqlite: TrialEngine = {
  name: 'SQLite',
  fresh: async (migrations = districtMigrations) => {
    const db = new Database(':memory:')
    migrate(db, migrations)
    const sql = sqliteSql(db)
    opened.set(sql, db)
    return sql
  },
  migrate: async (sql, migrations) => {
    const db = opened.get(sql)
    if (db === undefined) throw new Error('not one of these')
    migrate(db, migrations)
  },
  stop: () => undefined,
}

/**
 * SQLite, and PostgreSQL where it is installed, started here and gone afterwards. Where it isn't, says so in
 * one line; with CI=true that is a failure.
 */
export function trialEngines(): readonly TrialEngine[] {
  const bin = postgresBin()
  if (bin !== undefined) return [sqlite, postgres(bin)]
  const missing = 'PostgreSQL left out: initdb not found (Debian: apt-get install postgresql)'
  if (process.env['CI'] === 'true') throw new Error(missing)
  console.log(missing)
  return [sqlite]
}

function postgres(bin: string): TrialEngine {
  const server = startPostgresServer(bin)
  return {
    name: 'PostgreSQL',
    fresh: async (migrations = districtMigrations) => {
      const sql = postgresSql(
        postgresPool({ connectionString: await freshDatabase(server.adminUrl) }),
      )
      await migratePostgres(sql, migrations)
      return sql
    },
    migrate: async (sql, migrations) => void (await migratePostgres(sql, migrations)),
    stop: () => server.stop(),
  }
}
