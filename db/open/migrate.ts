import type Database from 'better-sqlite3'
import { runner, sqliteDialect, transaction } from '../sql/sqlite.ts'
import { keepingRows } from './keeping-rows.ts'
import type { Migration } from './migration.ts'
import { newestOf } from './migration.ts'

/** The shape a file has: the number of its last migration (0 = new). */
export function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Brings the file to the newest shape, all steps in one transaction. Foreign keys are off meanwhile
 * (a table made anew would delete what refers to it) and checked before the end. Throws, and leaves the file as it was,
 * where a reference leads nowhere or a table has lost rows.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  const from = versionOf(db)
  const to = newestOf(migrations)
  if (from >= to) return
  db.pragma('foreign_keys = off')
  transaction(db, () => {
    runner(db)(keepingRows(sqliteDialect, migrations.slice(from)))
    const [broken] = db.prepare<unknown[], { table: string }>('pragma foreign_key_check').all()
    if (broken) throw new Error(`migration breaks references of ${broken.table}`)
    db.pragma(`user_version = ${to}`)
  })
  db.pragma('foreign_keys = on')
}
