import Database from 'better-sqlite3'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { openDatabase } from '../../db/open/database.ts'
import { migrate } from '../../db/open/migrate.ts'
import type { Migration } from '../../db/open/migration.ts'

/** Where the databases of a run lie. The same SQLite and the same program either way. */
export interface Storage {
  /** Begins one, empty or with the bytes of another. */
  begin(path: string, migrations: readonly Migration[], bytes?: Buffer): Database.Database
  /** Opens it again as it is after its program was killed. */
  again(db: Database.Database, path: string, migrations: readonly Migration[]): Database.Database
  /** Opens it with other bytes in its place. */
  replaced(
    db: Database.Database,
    path: string,
    migrations: readonly Migration[],
    bytes: Buffer,
  ): Database.Database
}

/** In memory: a kill leaves what was committed. */
export const inMemory: Storage = {
  begin(_path, migrations, bytes) {
    const db = bytes === undefined ? new Database(':memory:') : new Database(bytes)
    migrate(db, migrations)
    return db
  },
  again: db => db,
  replaced(db, _path, _migrations, bytes) {
    db.close()
    return new Database(bytes)
  },
}

const walOf = (path: string): string => `${path}-wal`

/**
 * On files, opened by the program's own code. A kill leaves the files as they are, with a page of the log that was just
 * being written at its end, and nobody has closed them.
 */
export const onFiles: Storage = {
  begin(path, migrations, bytes) {
    mkdirSync(dirname(path), { recursive: true })
    if (bytes !== undefined) writeFileSync(path, bytes)
    return opened(path, migrations)
  },
  again(db, path, migrations) {
    const files = [path, walOf(path)].filter(existsSync)
    for (const file of files) copyFileSync(file, `${file}.killed`)
    db.close()
    for (const file of [path, walOf(path), `${path}-shm`]) rmSync(file, { force: true })
    for (const file of files) renameSync(`${file}.killed`, file)
    if (existsSync(walOf(path))) appendFileSync(walOf(path), Buffer.alloc(tornBytes, 0xa5))
    return opened(path, migrations)
  },
  replaced(db, path, migrations, bytes) {
    db.close()
    for (const file of [walOf(path), `${path}-shm`]) rmSync(file, { force: true })
    writeFileSync(path, bytes)
    return opened(path, migrations)
  },
}

/** Less than a whole page of the log. */
const tornBytes = 1_337

function opened(path: string, migrations: readonly Migration[]): Database.Database {
  const found = openDatabase(path, { migrations, backups: join(dirname(path), 'backups') })
  if (found.opened !== 'ready') throw new Error(`the records did not open: ${found.opened}`)
  return found.db
}
