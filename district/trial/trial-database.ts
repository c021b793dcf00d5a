import { freshDatabase } from '../../db/trial/postgres-server.ts'

/** The variable that names a PostgreSQL server for trial districts; without it they keep to SQLite. */
export const trialPostgresName = 'MERITFOLIO_TRIAL_POSTGRES'

/** The address of a new, empty database for a trial district; `undefined`: SQLite. */
export const trialDatabase = (): Promise<string | undefined> => {
  const adminUrl = process.env[trialPostgresName]
  return adminUrl === undefined ? Promise.resolve(undefined) : freshDatabase(adminUrl)
}

/** Whether trial districts keep to files that a test may look into. */
export const isOnSqlite = process.env[trialPostgresName] === undefined
