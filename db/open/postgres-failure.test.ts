import { Client } from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase, postgresBin, startPostgresServer } from '../trial/postgres-server.ts'
import { holdPostgres } from './hold-postgres.ts'
import { openPostgres } from './postgres.ts'

const bin = postgresBin()

/** What stands in the way of a district that would hold and open a database. */
async function failureAt(url: string): Promise<string | undefined> {
  const hold = await holdPostgres(url, () => undefined)
  if ('code' in hold) return hold.code
  const opened = await openPostgres({ url, schema: 'trial', migrations: [], isFlushed: true })
  if (opened.opened === 'ready') await opened.sql.close()
  await hold.release()
  return opened.opened === 'failed' ? opened.code : undefined
}

test.runIf(bin !== undefined)(
  'whatever a server has against it is a reason that can be told, no defect',
  async () => {
    const server = startPostgresServer(bin ?? '')
    const url = await freshDatabase(server.adminUrl)
    const admin = new Client({ connectionString: url })
    await admin.connect()
    await admin.query('create role full_up login connection limit 0')
    await admin.query('create role no_rights login')
    await admin.query('create role reader login superuser')
    await admin.query('alter role reader set default_transaction_read_only = on')
    await admin.query(`create role asked login password 'word'`)
    const { rows } = await admin.query<{ hba_file: string }>('show hba_file')
    await admin.query(
      `copy (values ('local all asked scram-sha-256'), ('local all all trust')) to '${rows[0]?.hba_file ?? ''}'`,
    )
    await admin.query('select pg_reload_conf()')
    const found: Record<string, string | undefined> = {}
    for (const who of [
      'trial',
      'full_up',
      'no_rights',
      'reader',
      'asked',
      'asked:other',
      'trial:%ff',
    ])
      found[who] = await failureAt(url.replace('trial@', `${who}@`))
    found['tls'] = await failureAt(`${url}&sslmode=verify-full`)
    found['gone'] = await failureAt(url.replace(/trial_\w+/, 'nowhere'))
    await admin.end()
    server.stop()
    found['stopped'] = await failureAt(url)
    expect(found).toEqual({
      trial: undefined,
      full_up: 'too_many',
      no_rights: 'not_let_in',
      reader: 'read_only',
      asked: 'not_let_in',
      'asked:other': 'not_let_in',
      'trial:%ff': 'not_let_in',
      tls: 'not_secure',
      gone: 'no_database',
      stopped: 'unreachable',
    })
  },
)
