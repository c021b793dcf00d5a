import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresPool } from '../sql/postgres.ts'
import { freshDatabase, postgresBin, startPostgresServer } from '../trial/postgres-server.ts'
import type { PostgresServer } from '../trial/postgres-server.ts'
import { holdPostgres } from './hold-postgres.ts'

const bin = postgresBin()
let server: PostgresServer
beforeAll(() => {
  if (bin !== undefined) server = startPostgresServer(bin)
})
afterAll(() => {
  if (bin !== undefined) server.stop()
})

/** A network between a program and its server that can be cut so that the server does not notice. */
async function network(url: string) {
  const socket = `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432`
  const near = new Set<Socket>()
  const far = new Set<Socket>()
  const between: Server = createServer(client => {
    const upstream = connect(socket)
    near.add(client)
    far.add(upstream)
    client.on('data', part => upstream.write(part)).on('error', () => undefined)
    upstream.on('data', part => client.write(part)).on('error', () => undefined)
  })
  await new Promise<void>(resolve => between.listen(0, '127.0.0.1', resolve))
  const address = between.address()
  if (address === null || typeof address === 'string') throw new Error('it has a port')
  const { port } = address
  return {
    url: `postgres://trial@127.0.0.1:${port}${new URL(url).pathname}`,
    cut() {
      for (const client of near) client.resetAndDestroy()
      near.clear()
    },
    close() {
      for (const each of [...near, ...far]) each.destroy()
      between.close()
    },
  }
}

test.runIf(bin !== undefined)(
  'a network that was away takes the database from nobody, though its server still sees the old connection',
  async () => {
    const url = await freshDatabase(server.adminUrl)
    const between = await network(url)
    let takenCount = 0
    const hold = await holdPostgres(between.url, () => void (takenCount += 1))
    if ('code' in hold) throw new Error(hold.code)
    const pool = postgresPool({ connectionString: url })
    const holder = async () => {
      const sql = `select pid from pg_locks where locktype = 'advisory' and granted`
      const { rows } = await pool.query<{ pid: number }>(sql)
      return rows[0]?.pid
    }
    const before = await holder()
    expect(before).toBeTypeOf('number')
    between.cut()
    while ([before, undefined].includes(await holder()) && takenCount === 0)
      await new Promise(resolve => setTimeout(resolve, 50))
    expect(takenCount).toBe(0)
    expect(await holdPostgres(url, () => undefined)).toEqual({ code: 'in_use' })
    await hold.release()
    await pool.end()
    between.close()
  },
)
