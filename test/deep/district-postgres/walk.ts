import { spawnSync } from 'node:child_process'
import { trialDatabase } from '../../../district/trial/trial-database.ts'
import { setup } from '../../district-postgres/server.ts'

/** The whole loop by five people, as `npm run walk` has it, with a district that keeps everything but files in PostgreSQL. */

const stop = setup()
try {
  const database = await trialDatabase()
  if (database === undefined) throw new Error('no database was made')
  const flags = ['test/walk/walk.ts', '--database', database]
  process.exitCode = spawnSync(process.execPath, flags, { stdio: 'inherit' }).status ?? 1
} finally {
  stop()
}
