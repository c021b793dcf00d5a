import { postgresPool, postgresSql } from '../sql/postgres.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { migratePostgres, postgresShape } from './migrate-postgres.ts'
import type { Migration } from './migration.ts'
import { newestOf } from './migration.ts'
import type { PostgresFailure } from './postgres-failure.ts'
import { postgresFailureOf } from './postgres-failure.ts'

export type PostgresOpened =
  | { readonly opened: 'ready'; readonly sql: Sql }
  /** Written by a newer version of this program: not touched. */
  | { readonly opened: 'newer' }
  | { readonly opened: 'failed'; readonly code: PostgresFailure }

export interface PostgresOptions {
  /** `postgres://user:password@host/database`. */
  readonly url: string
  /** The schema that holds these tables; made where it is absent. */
  readonly schema: string
  readonly migrations: readonly Migration[]
  /** Whether a commit waits for the disk. */
  readonly isFlushed: boolean
}

export const connectMsMax = 10_000
/** What the server calls this program. */
export const applicationName = 'Meritfolio district'

/** Opens a schema of a database and brings it to its newest shape. Throws for defects only. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresOpened> {
  const { url, schema, migrations, isFlushed } = options
  const settings = [`search_path=${schema}`, ...(isFlushed ? [] : ['synchronous_commit=off'])]
  const pool = poolFor({ url, settings })
  const sql = postgresSql(pool)
  try {
    const encoding = await pool.query<{ server_encoding: string }>('show server_encoding')
    if (encoding.rows[0]?.server_encoding !== 'UTF8') {
      await sql.close()
      return { opened: 'failed', code: 'not_utf8' }
    }
    await pool.query(`create schema if not exists ${schema}`)
    const { migrated } = await migratePostgres(sql, migrations)
    if (migrated === 'ready') return { opened: 'ready', sql }
    await sql.close()
    return { opened: 'newer' }
  } catch (error) {
    await sql.close()
    const code = postgresFailureOf(error)
    if (code === undefined) throw error
    return { opened: 'failed', code }
  }
}

/** Opens a schema to be looked at alone: nothing is made and nothing changed. `older`: its shape is not the newest. */
export async function lookAtPostgres(
  options: Pick<PostgresOptions, 'url' | 'schema' | 'migrations'>,
): Promise<PostgresOpened | { readonly opened: 'older' | 'absent' }> {
  const { url, schema, migrations } = options
  const sql = postgresSql(poolFor({ url, settings: [`search_path=${schema}`] }))
  try {
    const shape = await sql.snapshot(() => postgresShape(schema))
    const newest = newestOf(migrations)
    if (shape === newest) return { opened: 'ready', sql }
    await sql.close()
    if (shape === undefined) return { opened: 'absent' }
    return { opened: shape > newest ? 'newer' : 'older' }
  } catch (error) {
    await sql.close()
    const code = postgresFailureOf(error)
    if (code === undefined) throw error
    return { opened: 'failed', code }
  }
}

const poolFor = ({ url, settings }: { url: string; settings: readonly string[] }) =>
  postgresPool({
    connectionString: url,
    connectionTimeoutMillis: connectMsMax,
    application_name: applicationName,
    options: settings.map(setting => `-c ${setting}`).join(' '),
  })

/**
 * Writes one after the other, as SQLite has it: work that looks before it writes (is this code still unused?) then
 * needs no locks of its own. `lock`: a number for this schema.
 */
export function oneWriter(sql: Sql, lock: number): Sql {
  return {
    ...sql,
    write: (steps, keeps) =>
      sql.write(function* () {
        yield* query('select pg_advisory_xact_lock(?)', lock)
        return yield* steps()
      }, keeps),
  }
}
