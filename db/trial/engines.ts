import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { districtMigrations } from '../district-store/migrations.ts'
import { migratePostgres } from '../open/migrate-postgres.ts'
import { migrate } from '../open/migrate.ts'
import { postgresPool, postgresSql } from '../sql/postgres.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import type { Sql } from '../sql/steps.ts'

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
  if (bin !== undefined) return [sqlite, startPostgres(bin)]
  const missing = 'PostgreSQL left out: initdb not found (Debian: apt-get install postgresql)'
  if (process.env['CI'] === 'true') throw new Error(missing)
  console.log(missing)
  return [sqlite]
}

function postgresBin(): string | undefined {
  const versions = [18, 17, 16, 15, 14].map(version => `/usr/lib/postgresql/${version}/bin`)
  const path = (process.env['PATH'] ?? '').split(delimiter)
  return [...versions, ...path].find(
    folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  )
}

function startPostgres(bin: string): TrialEngine {
  const isRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-pg-'))
  const data = join(folder, 'data')
  // initdb refuses root, and another user must reach the folder.
  const run = (command: string): void => {
    if (isRoot) execFileSync('su', ['postgres', '-c', command], { stdio: 'ignore', cwd: '/' })
    else execFileSync('sh', ['-c', command], { stdio: 'ignore' })
  }
  if (isRoot) {
    chmodSync(folder, 0o755)
    execFileSync('chown', ['postgres', folder])
  }
  run(`${bin}/initdb -D ${data} -A trust -U trial --no-sync -E UTF8`)
  run(
    `${bin}/pg_ctl -D ${data} -w -l ${folder}/log -o "-k ${folder} -c listen_addresses='' -c fsync=off" start`,
  )
  const connect = (database: string): ReturnType<typeof postgresPool> =>
    postgresPool({ host: folder, user: 'trial', database })
  let made = 0
  return {
    name: 'PostgreSQL',
    fresh: async () => {
      const admin = connect('postgres')
      const name = `trial${++made}`
      await admin.query(`create database ${name}`)
      await admin.end()
      const sql = postgresSql(connect(name))
      await migratePostgres(sql, districtMigrations)
      return sql
    },
    stop: () => {
      run(`${bin}/pg_ctl -D ${data} -m immediate stop`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
