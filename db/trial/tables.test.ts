import Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, expect, test } from 'vitest'
import { deviceMigrations } from '../device-store/migrations.ts'
import * as deviceTables from '../device-store/tables.ts'
import * as districtTables from '../district-store/tables.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteDialect, sqliteSql } from '../sql/sqlite.ts'
import { inCode, inDatabase } from './described.ts'
import { trialEngines } from './engines.ts'

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

const tablesOf = (module: Readonly<Record<string, unknown>>): SQLiteTable[] =>
  Object.values(module).filter(value => is(value, SQLiteTable))

test('a migrated device has the described tables, column by column', async () => {
  const db = new Database(':memory:')
  migrate(db, deviceMigrations)
  const sql = sqliteSql(db)
  expect(await inDatabase(sql)).toEqual(inCode(tablesOf(deviceTables), sqliteDialect))
  await sql.close()
})

test.each(engines)('a migrated district on $name has the described tables', async engine => {
  const sql = await engine.fresh()
  expect(await inDatabase(sql)).toEqual(inCode(tablesOf(districtTables), sql.dialect))
  await sql.close()
})
