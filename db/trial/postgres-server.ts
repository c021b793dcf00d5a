import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { postgresPool } from '../sql/postgres.ts'

/** A PostgreSQL server of one's own, without a port: reached by a socket in its folder. */
export interface PostgresServer {
  /** The address of the database from which others are made. */
  readonly adminUrl: string
  /** Stops it as a power cut does, and starts it again on the same data. */
  restart(): void
  stop(): void
}

/** Where Debian and the path have it; `undefined` where it isn't installed. */
export function postgresBin(): string | undefined {
  const versions = [18, 17, 16, 15, 14].map(version => `/usr/lib/postgresql/${version}/bin`)
  const path = (process.env['PATH'] ?? '').split(delimiter)
  return [...versions, ...path].find(
    folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  )
}

/** Starts one; gone, with all its data, once it is stopped. `isFlushed`: a commit waits for the disk, as it does elsewhere. */
export function startPostgresServer(
  bin: string,
  { isFlushed = false }: { readonly isFlushed?: boolean } = {},
): PostgresServer {
  const isRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-pg-'))
  const data = join(folder, 'data')
  // initdb refuses root, and another user must reach the folder.
  const run = (command: string): void => {
    if (isRoot) execFileSync('su', ['postgres', '-c', command], { stdio: 'ignore', cwd: '/' })
    else execFileSync('sh', ['-c', command], { stdio: 'ignore' })
  }
  if (isRoot) {
    chmodSync(folder, 0o755)
    execFileSync('chown', ['postgres', folder])
  }
  const start = () =>
    run(
      `${bin}/pg_ctl -D ${data} -w -l ${folder}/log -o "-k ${folder} -c listen_addresses='' -c fsync=${isFlushed ? 'on' : 'off'}" start`,
    )
  const stop = () => run(`${bin}/pg_ctl -D ${data} -m immediate stop`)
  run(`${bin}/initdb -D ${data} -A trust -U trial --no-sync -E UTF8`)
  start()
  return {
    adminUrl: `postgres://trial@localhost/postgres?host=${folder}`,
    restart() {
      stop()
      start()
    },
    stop() {
      stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes an empty database on a server and tells its address. */
export async function freshDatabase(adminUrl: string): Promise<string> {
  const admin = postgresPool({ connectionString: adminUrl })
  const name = `trial_${randomBytes(8).toString('hex')}`
  await admin.query(`create database ${name}`)
  await admin.end()
  return adminUrl.replace('/postgres?', `/${name}?`)
}
