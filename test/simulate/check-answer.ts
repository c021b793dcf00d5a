import { pullReply } from '../../contract/sync/pull.ts'
import { pushReply } from '../../contract/sync/push.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { streamsOf } from '../../core/access/streams.ts'
import { deviceStream } from '../../db/district-store/done.ts'
import { resultIn } from './rows.ts'
import { holdingOf } from './holding.ts'
import { mayKnow, tellsOfHold } from './may-know.ts'
import type { Answer, Wire } from './net.ts'
import { lineOf } from './net.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'

const signatureLine = /signature-input: ([^\r]+)/i

/** Looks at an answer of the district as it leaves it, whether it will ever arrive or not. */
export function checkAnswer(world: World, wire: Wire, answer: Answer): void {
  const { ledger } = world
  const { target } = lineOf(wire.request)
  const path = target.split('?')[0] ?? ''
  const { status } = answer
  count(world, `answer ${status}`)
  if (status >= 500 && status !== 503)
    throw new Broken('NO_DEFECT', 'The district broke at a request.', { path, status })
  const signature = signatureLine.exec(wire.request.toString('latin1'))?.[1]
  if (status >= 200 && status < 300 && signature !== undefined) {
    if (ledger.signatures.has(signature))
      throw new Broken('REPLAY', 'A request that was caught and sent again was answered.', { path })
    ledger.signatures.add(signature)
    const endedAt = ledger.endedDevices.get(wire.device)
    if (endedAt !== undefined && wire.n > endedAt)
      throw new Broken('REVOKED_DEVICE', 'A computer whose right was ended was answered.', { path })
  }
  if (status !== 200) return
  if (path === districtPaths.pull) checkPull(world, wire, JSON.parse(answer.body.toString()))
  if (path === districtPaths.push) checkPush(world, JSON.parse(answer.body.toString()))
}

/** SCOPE: nothing that its person may not know; results are the computer's own. */
function checkPull(world: World, wire: Wire, told: unknown): void {
  const { ledger } = world
  const reply = pullReply.parse(told)
  if ('resync' in reply) {
    count(world, `resync ${reply.resync}`)
    return
  }
  const device = world.devices.find(one => one.name === wire.device)
  if (device === undefined) return
  const { person } = device
  for (const [key, result] of reply.results) {
    if (![device.name, ...device.before].some(name => key.startsWith(`${name}:`)))
      throw new Broken('SCOPE', 'A computer was told the result of another.', { key })
    if (result.status === 'applied') ledger.acknowledged.add(key)
  }
  // What was asked before a role changed may be answered as it was.
  if (wire.n < ledger.rolesSince) return
  const who = { person, ...holdingOf(world, person) }
  const streams = new Set([...streamsOf(who), deviceStream(device.name)])
  for (const [stream, kind, id, , , shown] of reply.ops) {
    if (!streams.has(stream))
      throw new Broken('SCOPE', 'Somebody was told of a stream that is not theirs.', {
        person,
        stream,
      })
    if (shown !== undefined && (!mayKnow(who, kind, id, shown) || tellsOfHold(shown)))
      throw new Broken('SCOPE', 'Somebody was told what they may not know.', { person, kind, id })
  }
}

/** NO_LOST_ACK: what is said to be decided lies there decided. */
function checkPush(world: World, told: unknown): void {
  const reply = pushReply.parse(told)
  for (const [key, result] of reply.results) {
    count(world, `push ${result.status}`)
    if (result.status !== 'applied' && result.status !== 'refused') continue
    const kept = resultIn(world.dbs.record, key)
    if (kept?.status !== result.status)
      throw new Broken('NO_LOST_ACK', 'A result was told that is not kept.', { key, result, kept })
    if (result.status === 'applied') world.ledger.acknowledged.add(key)
  }
}
