import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Measured } from './measured.ts'
import { timesOf } from './measured.ts'

const trips = 20
const server = join(import.meta.dirname, 'peer-server.ts')

/** A table to which every insert is flushed, as the house's own are. */
export function flushedTable(path: string): (body: string) => number {
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec('create table if not exists row (n integer primary key, body text not null)')
  const insert = db.prepare<[string]>('insert into row (body) values (?)')
  return body => Number(insert.run(body).lastInsertRowid)
}

/**
 * The least that a round trip can be here: the same three flushed inserts (sender, district, receiver), plain HTTP, one
 * held request. No signatures, no rules, no rights.
 */
export async function peerTrip(folder: string): Promise<Measured> {
  const child = fork(server, [join(folder, 'peer-district.sqlite')])
  const [port] = await once(child, 'message')
  const address = `http://127.0.0.1:${port}`
  const sender = flushedTable(join(folder, 'peer-sender.sqlite'))
  const receiver = flushedTable(join(folder, 'peer-receiver.sqlite'))
  const times: number[] = []
  for (let n = 0; n < trips; n++) {
    const body = JSON.stringify({ title: `Goal of trip ${n}` })
    const held = fetch(`${address}/pull?after=${n}`)
    await new Promise(resolve => setTimeout(resolve, 100))
    const startedAt = performance.now()
    sender(body)
    await fetch(`${address}/push`, { method: 'POST', body })
    const told = await (await held).text()
    receiver(told)
    times.push(performance.now() - startedAt)
    if (told !== body) throw new Error('the peer brought something else')
  }
  const exited = once(child, 'exit')
  child.kill()
  await exited
  return timesOf(
    {
      name: 'peer: bare HTTP, three flushed inserts, a held request',
      note: 'no signatures, no rules',
    },
    times,
  )
}
