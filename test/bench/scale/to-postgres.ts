import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'

const rowsAtOnce = 2_000

/**
 * Brings what a district keeps on SQLite to a PostgreSQL database that it has made its tables in, table by table. The two
 * then hold the same records under the same numbers.
 */
export async function toPostgres(folder: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await copied(client, join(folder, 'record.sqlite'), 'meritfolio_record')
    await copied(client, join(folder, 'accounts.sqlite'), 'meritfolio_accounts')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function copied(client: pg.Client, path: string, schema: string): Promise<void> {
  const db = new Database(path, { readonly: true })
  const there = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = $1 and table_name <> 'shape'`,
    [schema],
  )
  for (const { name } of there.rows) {
    const to = `${schema}."${name}"`
    await client.query(`truncate ${to} cascade`)
    const rows = db.prepare<[], object>(`select * from "${name}"`).iterate()
    for (let some = next(rows); some.length > 0; some = next(rows))
      await client.query(
        `insert into ${to} overriding system value select * from jsonb_populate_recordset(null::${to}, $1)`,
        [JSON.stringify(some)],
      )
  }
  db.close()
  // What counts up by itself goes on from there.
  const counted = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = $1 and is_identity = 'YES' and column_name = 'n'`,
    [schema],
  )
  for (const { name } of counted.rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, 'n'), (select coalesce(max(n), 0) + 1 from ${schema}."${name}"), false)`,
      [`${schema}."${name}"`],
    )
}

function next(rows: IterableIterator<object>): object[] {
  const some: object[] = []
  while (some.length < rowsAtOnce) {
    const { done, value } = rows.next()
    if (done === true) break
    some.push(value)
  }
  return some
}
