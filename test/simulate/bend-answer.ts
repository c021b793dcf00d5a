import { districtPaths } from '../../contract/sync/version.ts'
import { pullReply } from '../../contract/sync/pull.ts'
import { pushReply } from '../../contract/sync/push.ts'
import { bendOf } from './mistake.ts'
import type { Wire } from './net.ts'
import { lineOf } from './net.ts'
import type { World } from './world.ts'

/** Makes of an answer of the district what a district with the run's mistake would have said. */
export function bendAnswer(world: World, wire: Wire): void {
  const { mistake, net, dbs } = world
  if (mistake === undefined) return
  const answer = net.read(wire)
  if (answer.status !== 200) return
  const [path] = lineOf(wire.request).target.split('?')
  const { page } = bendOf(mistake)
  if (path === districtPaths.pull && page !== undefined) {
    const reply = pullReply.parse(JSON.parse(answer.body.toString()))
    if ('resync' in reply) return
    // Results are of the wire here, whose refusals may be newer than what is known.
    const results = JSON.parse(JSON.stringify(reply.results))
    say(wire, { ...reply, ...page({ ...reply, results }) })
  }
  if (path === districtPaths.push && mistake === 'memoWait') {
    const reply = pushReply.parse(JSON.parse(answer.body.toString()))
    const refused = {
      status: 'refused',
      refusal: { code: 'not_here', facts: { what: 'file' } },
      at: 0,
    }
    for (const [key, { status }] of reply.results)
      if (status === 'wait')
        dbs.record
          .prepare('insert or ignore into result (key, result) values (?, ?)')
          .run(key, JSON.stringify(refused))
  }
}

function say(wire: Wire, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value))
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n`
  wire.server?.written.splice(0, wire.server.written.length, Buffer.from(head), body)
}
