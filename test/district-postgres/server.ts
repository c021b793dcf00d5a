import { postgresBin, startPostgresServer } from '../../db/trial/postgres-server.ts'
import { trialPostgresName } from '../../district/trial/trial-database.ts'

/** Starts a PostgreSQL for the run; every trial district then makes a database of its own on it. */
export function setup(): () => void {
  const bin = postgresBin()
  if (bin === undefined) throw new Error('PostgreSQL is not installed')
  const server = startPostgresServer(bin)
  process.env[trialPostgresName] = server.adminUrl
  return () => server.stop()
}
