import { join } from 'node:path'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { backupInSteps } from '../../db/open/backup.ts'
import { openDatabase } from '../../db/open/database.ts'
import type { Opened } from '../../db/open/database.ts'
import type { Migration } from '../../db/open/migration.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { accountMigrations, nonceMigrations } from '../person/migrations.ts'
import type { Databases, NotOpened } from './databases.ts'

const backupsKept = 7

/** Three files in the data folder; the folder's own lock keeps a second program away. */
export function sqliteDatabases(dataFolder: string): Databases | NotOpened {
  const record = opened(dataFolder, 'record', districtMigrations)
  if ('failed' in record) return record
  const accounts = opened(dataFolder, 'accounts', accountMigrations)
  if ('failed' in accounts) {
    record.db.close()
    return accounts
  }
  const nonces = opened(dataFolder, 'nonces', nonceMigrations)
  if ('failed' in nonces) {
    record.db.close()
    accounts.db.close()
    return nonces
  }
  nonces.db.pragma('synchronous = normal')
  const backUp = async (now: number, alone: boolean) => {
    const made = []
    for (const [name, { db }] of Object.entries({ record, accounts })) {
      const folder = join(dataFolder, 'backups', name)
      const { backup } = await backupInSteps(db, folder, alone ? 1 : backupsKept, now)
      made.push({ name, backup })
    }
    return made
  }
  let before: Promise<unknown> = Promise.resolve()
  return {
    record: sqliteSql(record.db),
    accounts: sqliteSql(accounts.db),
    nonces: sqliteSql(nonces.db),
    backUp: (now, alone = false) => {
      // Each clears away what the one before would have left unfinished.
      const made = before.then(() => backUp(now, alone))
      before = made.catch(() => undefined)
      return made
    },
    release: () => Promise.resolve(),
  }
}

function opened(
  dataFolder: string,
  name: string,
  migrations: readonly Migration[],
): Pick<Extract<Opened, { opened: 'ready' }>, 'db'> | NotOpened {
  const file = join(dataFolder, `${name}.sqlite`)
  const found = openDatabase(file, { migrations, backups: join(dataFolder, 'backups', name) })
  switch (found.opened) {
    case 'ready':
      return { db: found.db }
    case 'newer':
      return { file, failed: 'newer' }
    case 'damaged':
      return { file, failed: 'damaged', ...(found.backup && { backup: found.backup }) }
    case 'failed':
      return { file, failed: found.code }
  }
}
