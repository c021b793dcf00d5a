import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, postgresBin, startPostgresServer } from '../trial/postgres-server.ts'
import type { PostgresServer } from '../trial/postgres-server.ts'
import { postgresPool, postgresSql } from './postgres.ts'
import { sqliteSql } from './sqlite.ts'
import { query } from './steps.ts'

const bin = postgresBin()
let server: PostgresServer
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewrite-'))
  if (bin !== undefined) server = startPostgresServer(bin)
})
afterAll(() => {
  if (bin !== undefined) server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('SQLite is not written anew while somebody still reads what was there before, and says so', async () => {
  const path = join(folder, 'record.sqlite')
  const db = new Database(path, { timeout: 0 })
  db.pragma('journal_mode = wal')
  db.exec("create table t (x text); insert into t values ('Zyrvana')")
  const reader = new Database(path)
  reader.exec('begin')
  reader.prepare('select x from t').all()
  db.exec('delete from t')
  const sql = sqliteSql(db)
  await expect(sql.rewrite()).rejects.toThrow('somebody reads')
  reader.exec('commit')
  await sql.rewrite()
  for (const name of [path, `${path}-wal`])
    expect(readFileSync(name).includes('Zyrvana')).toBe(false)
  reader.close()
  await sql.close()
})

test.runIf(bin !== undefined)(
  'PostgreSQL is not written anew while a copy is being made, and nobody waits behind it for long',
  async () => {
    const url = await freshDatabase(server.adminUrl)
    const pool = postgresPool({ connectionString: url })
    const sql = postgresSql(pool)
    await pool.query('create table t (x int)')
    const copying = await pool.connect()
    await copying.query('begin; lock table t in access share mode')
    await expect(sql.rewrite()).rejects.toThrow('lock timeout')
    const rows = await sql.snapshot(() => query('select x from t'))
    expect(rows).toEqual([])
    await copying.query('commit')
    copying.release()
    await sql.rewrite()
    const { rows: left } = await pool.query<{ lock_timeout: string }>('show lock_timeout')
    expect(left).toEqual([{ lock_timeout: '0' }])
    await sql.close()
  },
)
