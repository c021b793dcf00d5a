import { pullReply } from '../../contract/sync/pull.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { idle } from './idle.ts'
import { bendOf } from './mistake.ts'
import { bendAnswer } from './bend-answer.ts'
import { checkAnswer } from './check-answer.ts'
import { checkDevices } from './check-device.ts'
import type { Answer, Wire } from './net.ts'
import { bodyAt, lineOf, somewhereIn } from './net.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'
import { rowsOf } from './rows.ts'

/** Names a computer shortly in the trace. */
export const short = (device: string): string => `d${Number(device.slice(4, 8))}`

/** Lets something move that is under way: one request, one answer, one turn at the database, or what is due next. */
export async function moveOn(world: World): Promise<void> {
  const { chance, gate, net, time } = world
  const asked = net.asked()
  const answered = net.answered()
  if (gate.isAnyWaiting() && chance.is(0.7)) {
    world.trace.add('turn')
    gate.letOne(chance)
  } else if (answered.length > 0 && chance.is(0.5)) answerOne(world, answered)
  else if (asked.length > 0 && chance.is(0.8)) askOne(world, asked)
  else if (answered.length > 0) answerOne(world, answered)
  else if (gate.isAnyWaiting()) gate.letOne(chance)
  else if (time.isAnyDue()) {
    time.doNext(chance)
    world.trace.add(`due ${time.nowMs}`)
  }
  await idle()
  look(world)
}

/** What must hold after every step. Throws `Broken`. */
export function look(world: World): void {
  if (world.ledger.isEnding) noteEnded(world)
  for (const wire of world.net.fresh()) {
    bendAnswer(world, wire)
    checkAnswer(world, wire, world.net.read(wire))
  }
  checkDevices(world)
  if (world.broken !== undefined) throw world.broken
}

function noteEnded({ ledger, dbs, net }: World): void {
  const rows = rowsOf<{ device: string }>(
    dbs.accounts,
    'select device from device where revoked_at is not null',
  )
  for (const { device } of rows)
    if (!ledger.endedDevices.has(device)) ledger.endedDevices.set(device, net.next())
}

function askOne(world: World, asked: readonly Wire[]): void {
  const { chance, net, district } = world
  const wire = chance.one(asked)
  if (wire === undefined) return
  if (world.isDown) return net.lose(wire)
  const bytes = Buffer.concat(wire.client.written)
  const { method, target } = lineOf(bytes)
  const what = `${method} ${target.split('?')[0]?.replaceAll(/[0-9a-f]{32,}/g, '…')}`
  const told = (how: string) => {
    world.trace.add(`${how} ${short(wire.device)} ${what}`)
    count(world, `net ${how}`)
  }
  const isUpload =
    bodyAt(bytes) < bytes.length && (target.startsWith(districtPaths.files) || method === 'PATCH')
  const isFlipping = isUpload && bendOf(world.mistake).favours === 'flip'
  if (world.isCalm || !chance.is(isFlipping ? 0.6 : 0.22)) {
    told('asks')
    return net.ask(wire, district.server)
  }
  const draw = chance.next()
  const [lostBelow, cutBelow] = isFlipping ? [0.1, 0.2] : [0.35, 0.6]
  if (draw < lostBelow) {
    told('lost')
    net.lose(wire)
  } else if (draw < cutBelow) {
    told('cut')
    net.ask(wire, district.server, somewhereIn(bytes, chance))
  } else if ((draw < 0.75 && !isFlipping) || !isUpload) {
    told('twice')
    net.ask(wire, district.server)
    net.askAgain(wire, district.server)
  } else {
    told('flipped')
    const at = bodyAt(bytes)
    const flipped = Buffer.from(bytes)
    const place = at + chance.below(Math.max(1, bytes.length - at))
    flipped.writeUInt8((flipped.readUInt8(place) ^ (1 << chance.below(8))) & 0xff, place)
    wire.client.written.splice(0, wire.client.written.length, flipped)
    net.ask(wire, district.server)
  }
}

function answerOne(world: World, answered: readonly Wire[]): void {
  const { chance, net } = world
  const wire = chance.one(answered)
  if (wire === undefined) return
  const { method, target } = lineOf(wire.request)
  const answer = net.read(wire)
  const what = `${short(wire.device)} ${method} ${answer.status}`
  if (world.mistake === 'cursorFirst' && chance.is(0.2) && keepCursorFirst(world, wire, answer)) {
    net.lose(wire)
    return
  }
  const isFile = method === 'GET' && target.startsWith(districtPaths.blobs)
  if (isFile && !world.isCalm && chance.is(0.3)) return flipAnswer(world, wire)
  if (world.isCalm || !chance.is(isFile ? 0.4 : 0.15)) {
    world.trace.add(`answer ${what}`)
    return net.answer(wire)
  }
  if (chance.is(0.7)) {
    world.trace.add(`answer lost ${what}`)
    count(world, `net answer lost`)
    net.lose(wire)
  } else {
    world.trace.add(`answer cut ${what} ${target.length}`)
    count(world, `net answer cut`)
    net.answer(wire, somewhereIn(Buffer.concat(wire.server?.written ?? []), chance))
  }
}

/** A bit of a file flips on its way to a computer. */
function flipAnswer({ chance, net, trace, counts }: World, wire: Wire): void {
  const bytes = Buffer.concat(wire.server?.written ?? [])
  const at = bodyAt(bytes)
  const place = at + chance.below(Math.max(1, bytes.length - at))
  if (place < bytes.length)
    bytes.writeUInt8((bytes.readUInt8(place) ^ (1 << chance.below(8))) & 0xff, place)
  wire.server?.written.splice(0, wire.server.written.length, bytes)
  trace.add(`answer flipped ${short(wire.device)}`)
  count({ counts }, 'net answer flipped')
  net.answer(wire)
}

/** The mistake of a computer that keeps the cursor of a page, and is killed before it keeps the page. */
function keepCursorFirst(world: World, wire: Wire, answer: Answer): boolean {
  const device = world.devices.find(({ running }) => running === wire.of)
  if (device === undefined || !lineOf(wire.request).target.startsWith(districtPaths.pull))
    return false
  const reply = pullReply.safeParse(jsonIn(answer))
  if (!reply.success || 'resync' in reply.data) return false
  device.db
    .prepare("update meta set value = json_set(value, '$.cursor', ?) where name = 'standing'")
    .run(reply.data.next)
  return true
}

const jsonIn = ({ body }: Answer): unknown => JSON.parse(body.toString() || 'null')

/** Most steps until everything has come to rest; more is a program that never does. */
const restStepsMax = 6_000

/**
 * Lets everything go on without faults until something holds, for so long a time (ms) at least. Throws where it never
 * comes.
 */
export async function untilCalm(
  world: World,
  isThere: () => boolean,
  atLeastMs = 0,
): Promise<void> {
  const { gate, time } = world
  const until = time.nowMs + atLeastMs
  gate.isHeld = false
  gate.letAll()
  await idle()
  for (let steps = 0; steps < restStepsMax; steps++) {
    if (time.nowMs >= until && isThere()) return
    await moveOn(world)
  }
  throw new Broken('RESTS', 'Without any fault, it never came to rest.', unrest(world))
}

/** What still waits, for whoever looks why. */
const unrest = (world: World): unknown => [
  rowsOf(world.dbs.record, "select name, value from meta where name like 'own:reaction:%'"),
  rowsOf(world.dbs.record, "select head from stream where name = 'district'"),
  rowsOf(world.dbs.record, 'select count(*) as due from audit_due'),
  world.net.asked().length + world.net.answered().length,
  world.devices.map(({ id, name, place }) => [
    id,
    world.ledger.endedDevices.has(name) ? 'ended' : '',
    place.sync.state().state,
    place.sync.state().files,
    place.store.standing().midPull,
    place.store
      .outbox()
      .map(({ key, name: command, state, waitOn }) => [key, command, state, waitOn]),
  ]),
]
