import { Client } from 'pg'
import type { PostgresFailure } from './postgres-failure.ts'
import { postgresFailureOf } from './postgres-failure.ts'
import { applicationName, connectMsMax } from './postgres.ts'

export interface Hold {
  release(): Promise<void>
}

/** Any number will do, so long as every process uses the same. */
const holdNumber = 7_112_027
const holdAgainMs = 1_000
/** How long its server may take to end the session that held before (ms). */
const endedMsMax = 5_000
/** Its own session, and since when: a number alone may be given to somebody else. */
const ownSession =
  'select pid, backend_start::text as since from pg_stat_activity where pid = pg_backend_pid()'
const endSession = `select pg_terminate_backend(pid, ${endedMsMax}) from pg_stat_activity
  where pid = $1 and backend_start::text = $2`
/** Both ends notice within a minute that the other is gone without a word: the lock would else stay for hours. */
const noticeMs = 30_000
const noticed = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3'

/**
 * Holds a database for one process, so that a second one can't work on it. When the connection breaks (the server was
 * restarted, the network was away) it is taken again; `onTaken`, when somebody else was faster.
 */
export async function holdPostgres(
  url: string,
  onTaken: () => void,
): Promise<Hold | { readonly code: PostgresFailure }> {
  let client: Client | undefined
  let session: { readonly pid: number; readonly since: string } | undefined
  let timer: NodeJS.Timeout | undefined
  let isReleased = false
  const take = async (): Promise<boolean> => {
    const taking = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectMsMax,
      application_name: applicationName,
      keepAlive: true,
      keepAliveInitialDelayMillis: noticeMs,
      options: noticed,
    })
    // A connection that breaks says so here, or ends the process.
    taking.on('error', () => undefined)
    await taking.connect()
    try {
      // Its server may not have noticed yet that the connection broke: then it is this process itself that holds.
      if (session !== undefined) await taking.query(endSession, [session.pid, session.since])
      const sql = 'select pg_try_advisory_lock($1) as held'
      const { rows } = await taking.query<{ held: boolean }>(sql, [holdNumber])
      if (rows[0]?.held !== true) {
        await taking.end()
        return false
      }
      const own = await taking.query<{ pid: number; since: string }>(ownSession)
      session = own.rows[0]
    } catch (error) {
      await taking.end()
      throw error
    }
    client = taking
    taking.once('end', () => {
      if (!isReleased) soon()
    })
    return true
  }
  const soon = () => {
    timer = setTimeout(() => {
      take().then(
        held => {
          if (!held && !isReleased) onTaken()
        },
        () => {
          if (!isReleased) soon()
        },
      )
    }, holdAgainMs)
  }
  try {
    if (!(await take())) return { code: 'in_use' }
  } catch (error) {
    const code = postgresFailureOf(error)
    if (code === undefined) throw error
    return { code }
  }
  return {
    async release() {
      isReleased = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
