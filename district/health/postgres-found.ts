import type { Finding } from '../../core/health/finding.ts'
import { text } from '../../db/sql/row.ts'
import type { Sql, Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'

/** What a PostgreSQL server says of itself, and of this connection. That it keeps texts as UTF-8 is looked at when it opens. */
export async function postgresFound(
  record: Sql,
  url: string,
): Promise<{ readonly name: string; readonly findings: readonly Finding[] }> {
  const { version, isEncrypted } = await record.snapshot(() => saidOfItself())
  const { hostname } = new URL(url)
  const findings: Finding[] = []
  if (!isEncrypted && !isHere(hostname))
    findings.push({ code: 'postgres_plain', state: 'mend', facts: { host: hostname } })
  if (Number.parseInt(version, 10) < versionOldest)
    findings.push({ code: 'postgres_old', state: 'look', facts: { version } })
  return { name: `PostgreSQL ${version}`, findings }
}

/** The oldest server that is served (district/README.md). */
const versionOldest = 14

/** A socket, or an address of this computer alone: nobody listens in between. */
const isHere = (hostname: string): boolean =>
  ['', 'localhost', '[::1]'].includes(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname)

function* saidOfItself(): Steps<{ readonly version: string; readonly isEncrypted: boolean }> {
  const [server] = yield* query(`select current_setting('server_version') as version`)
  const [connection] = yield* query(
    `select case when ssl then 'yes' else 'no' end as encrypted from pg_stat_ssl where pid = pg_backend_pid()`,
  )
  return {
    version: server === undefined ? '' : text(server, 'version'),
    isEncrypted: connection !== undefined && text(connection, 'encrypted') === 'yes',
  }
}
