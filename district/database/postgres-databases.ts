import { districtMigrations } from '../../db/district-store/migrations.ts'
import { holdPostgres } from '../../db/open/hold-postgres.ts'
import { oneWriter, openPostgres } from '../../db/open/postgres.ts'
import type { PostgresOptions } from '../../db/open/postgres.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { accountsLock, accountsSchema } from './accounts-schema.ts'
import { accountMigrations, nonceMigrations } from '../person/migrations.ts'
import type { Databases, NotOpened } from './databases.ts'
import { shownUrl } from './database-url.ts'
import { recordSchema } from './record-schema.ts'

/** The number of the lock under which one writes; any will do, so long as they differ. */
const noncesLock = 7_112_029

/**
 * Three schemas of one PostgreSQL database, held by this process alone. Copies are its operator's task, with the tools
 * that come with it. `onTaken`: another process holds the database now; nothing more may be done.
 */
export async function postgresDatabases(
  url: string,
  onTaken: () => void,
): Promise<Databases | NotOpened> {
  const file = shownUrl(url)
  const hold = await holdPostgres(url, onTaken)
  if ('code' in hold) return { file, failed: hold.code }
  const open: Sql[] = []
  const parts: readonly Omit<PostgresOptions, 'url'>[] = [
    { schema: recordSchema, migrations: districtMigrations, isFlushed: true },
    { schema: accountsSchema, migrations: accountMigrations, isFlushed: true },
    { schema: 'meritfolio_nonces', migrations: nonceMigrations, isFlushed: false },
  ]
  for (const part of parts) {
    const found = await openPostgres({ ...part, url })
    if (found.opened === 'ready') {
      open.push(found.sql)
      continue
    }
    for (const sql of open) await sql.close()
    await hold.release()
    return { file, failed: found.opened === 'newer' ? 'newer' : found.code }
  }
  const [record, accounts, nonces] = open
  if (record === undefined || accounts === undefined || nonces === undefined)
    throw new Error('three schemas are open')
  return {
    record,
    accounts: oneWriter(accounts, accountsLock),
    nonces: oneWriter(nonces, noncesLock),
    backUp: () => Promise.resolve([]),
    release: () => hold.release(),
  }
}
