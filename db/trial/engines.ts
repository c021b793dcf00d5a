import Database from 'better-sqlite3'
import { districtMigrations } from '../district-store/migrations.ts'
import { migratePostgres } from '../open/migrate-postgres.ts'
import { migrate } from '../open/migrate.ts'
import { postgresPool, postgresSql } from '../sql/postgres.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import type { Sql } from '../sql/steps.ts'
import { freshDatabase, postgresBin, startPostgresServer } from './postgres-server.ts'

/** A database engine for the tests: each `fresh` is an empty, migrated district database. */
export interface TrialEngine {
  readonly name: string
  fresh(): Promise<Sql>
  stop(): void
}

const sqlite: TrialEngine = {
  name: 'SQLite',
  fresh: async () => {
    const db = new Database(':memory:')
    migrate(db, districtMigrations)
    return sqliteSql(db)
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
    fresh: async () => {
      const sql = postgresSql(
        postgresPool({ connectionString: await freshDatabase(server.adminUrl) }),
      )
      await migratePostgres(sql, districtMigrations)
      return sql
    },
    stop: () => server.stop(),
  }
}
