import pg from 'pg'
import type { Dialect, Sql, SqlRow, Statement, Steps, Value } from './steps.ts'

export const postgresDialect: Dialect = {
  name: 'postgres',
  int: 'bigint',
  text: 'text collate "C"',
  serial: 'bigint generated always as identity primary key',
  strict: '',
  forUpdate: ' order by key for update',
  forShare: ' order by key for share',
  among: column => `${column} = any(array(select jsonb_array_elements_text(?::jsonb)))`,
  amongNumbers: column =>
    `${column} = any(array(select jsonb_array_elements_text(?::jsonb)::bigint))`,
}

const connectionsMax = 8
const retriesMax = 50
/**
 * To be written anew, a table waits so long (ms) for who reads it, such as a copy that is being made for an hour: all others
 * would wait behind it. Then it is given up, to be tried again.
 */
const lockMsMax = 2_000
/** Serialisation failure and deadlock: the same work again may succeed. */
const retryCodes = new Set(['40001', '40P01'])
const int8 = 20

/** A pool whose whole numbers are numbers; every one of ours is below 2^53. */
export function postgresPool(connection: pg.PoolConfig): pg.Pool {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ max: connectionsMax, ...connection, types })
  // A connection that breaks (the server was restarted) is replaced at the next question. Idle, it says so to the pool;
  // at work, besides failing its question, to nobody but itself. Unheard either would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/**
 * PostgreSQL keeps no U+0000, which a text that was pasted may hold. Bodies have it escaped and keep it; where it stands by
 * itself, in what is searched and sorted by, it becomes what stands for a sign that is none.
 */
const kept = (value: Value): Value =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value

/** PostgreSQL behind the interface of both engines. */
export function postgresSql(pool: pg.Pool): Sql {
  const names = new Map<string, { name: string; text: string }>()
  const prepared = (sql: string): { name: string; text: string } => {
    const known = names.get(sql)
    if (known) return known
    let n = 0
    const text = sql.replaceAll('?', () => `$${++n}`)
    const made = { name: `s${names.size}`, text }
    names.set(sql, made)
    return made
  }
  const execute = async (
    client: pg.PoolClient,
    { sql, values }: Statement,
  ): Promise<readonly SqlRow[]> =>
    (await client.query<SqlRow & pg.QueryResultRow>({ ...prepared(sql), values: values.map(kept) }))
      .rows
  const drive = async <T>(client: pg.PoolClient, steps: Steps<T>): Promise<T> => {
    let next = steps.next()
    while (!next.done) next = steps.next(await execute(client, next.value))
    return next.value
  }
  const within = async <T>(
    begin: string,
    steps: () => Steps<T>,
    keeps: (outcome: T) => boolean,
  ): Promise<T> => {
    const client = await pool.connect()
    let broken = true
    try {
      await client.query(begin)
      try {
        const outcome = await drive(client, steps())
        await client.query(keeps(outcome) ? 'commit' : 'rollback')
        broken = false
        return outcome
      } catch (error) {
        await client.query('rollback')
        broken = false
        throw error
      }
    } finally {
      // A connection that could not even roll back is not handed to the next one.
      client.release(broken)
    }
  }
  return {
    dialect: postgresDialect,
    write: async (steps, keeps) => {
      for (let tries = 1; ; tries++) {
        try {
          return await within('begin isolation level read committed', steps, keeps)
        } catch (error) {
          if (!isRetryable(error) || tries >= retriesMax) throw error
        }
      }
    },
    snapshot: steps => within('begin isolation level repeatable read read only', steps, () => true),
    async rewrite() {
      const client = await pool.connect()
      let broken = true
      try {
        await client.query(`set lock_timeout = ${lockMsMax}`)
        const tables = await client.query<{ name: string }>(
          `select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() order by tablename`,
        )
        for (const { name } of tables.rows) await client.query(`vacuum (full, analyze) ${name}`)
        // What the planner remembers are values too. Whoever may not do it is told so by the server, and nothing else.
        await client.query('vacuum full pg_catalog.pg_statistic')
        await client.query('reset lock_timeout')
        broken = false
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && retryCodes.has(String(error.code))
}
