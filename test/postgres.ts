import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const debian = [18, 17, 16, 15, 14].map(version => `/usr/lib/postgresql/${version}/bin`)

/** Whether PostgreSQL is installed here; tests of the stores start their own where it is (`db/trial/engines.ts`). */
export const hasPostgres = (): boolean =>
  [...debian, ...(process.env['PATH'] ?? '').split(delimiter)].some(
    folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  )
