import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { streamsOf } from '../../core/access/streams.ts'
import type { Role } from '../../core/kit/command.ts'
import { recordTypes } from '../../core/records.ts'
import { deviceStream } from '../../db/district-store/commit.ts'
import { unsealed } from '../../db/district-store/cursor.ts'
import type { StoredRec } from '../../db/records/kinds.ts'
import { kindsOf } from '../../db/records/kinds.ts'
import { projected } from '../../db/records/projection.ts'
import { recOf } from '../../db/district-store/rec-row.ts'
import { around } from './around.ts'
import { checkBadges } from './check-badges.ts'
import type { SimDevice } from './device.ts'
import { killDevice, startDevice } from './device.ts'
import { makeRoom, startAgain } from './faults.ts'
import { bendOf } from './mistake.ts'
import { untilCalm } from './steps.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'
import type { Row } from './rows.ts'
import { firstOf, resultIn, rowIn, rowsOf } from './rows.ts'

const kinds = kindsOf(recordTypes)

/** Longer than anything is held (ms). */
const heldMsMost = 40_000

/** All faults end; everything arrives; then all must agree, and nothing may be missing. */
export async function comeToRest(world: World): Promise<void> {
  world.isCalm = true
  makeRoom(world)
  world.gate.isHeld = false
  world.gate.letAll()
  if (world.isDown) await startAgain(world)
  for (const device of world.devices) {
    device.skewMs = 0
    device.isOffline = false
    device.place.sync.agree()
    device.place.sync.now()
  }
  await untilCalm(world, () => isAtRest(world), heldMsMost)
}

/** What must hold once everything has come to rest. */
export async function checkAtRest(world: World): Promise<void> {
  const all = inDistrict(world)
  for (const device of living(world)) {
    checkSettled(device)
    checkConverged(world, device, all)
    checkNeverMended(device)
  }
  checkAcknowledged(world)
  checkLines(world)
  checkLast(world)
  checkFiles(world)
  checkBadges(world, living(world))
  await checkAudit(world)
  // Now and then, on one of them: it takes as long as all the rest.
  const often = bendOf(world.mistake).favours === 'rebuild' ? 1 : rebuiltOften
  const device = world.chance.is(often) ? world.chance.one(living(world)) : undefined
  if (device !== undefined) checkRebuilt(world, device)
}

const rebuiltOften = 0.15

/** Computers that still have their right. */
export const living = (world: World): readonly SimDevice[] =>
  world.devices.filter(({ name }) => !world.ledger.endedDevices.has(name))

function isAtRest(world: World): boolean {
  const { net, dbs } = world
  if (net.asked().length > 0 || net.answered().length > 0) return false
  const waiting = rowsOf<{ value: string }>(
    dbs.record,
    "select value from meta where name like 'own:reaction:%'",
  )
  const last = firstOf<{ head: number }>(
    dbs.record,
    "select head from stream where name = 'district'",
  )
  if (waiting.some(({ value }) => !value.includes('"waiting":[]'))) return false
  if (waiting.some(({ value }) => Number(JSON.parse(value).after) !== (last?.head ?? 0)))
    return false
  const due = firstOf<{ n: number }>(dbs.record, 'select count(*) as n from audit_due')
  return due?.n === 0 && living(world).every(device => isUpToDate(world, device))
}

function isUpToDate(world: World, device: SimDevice): boolean {
  const { place, person, name } = device
  const { files } = place.sync.state()
  if (files.sent < files.all) return false
  if (place.store.outboxStates().some(state => state !== 'refused')) return false
  const { cursor, midPull } = place.store.standing()
  const { cursor: secret } = world.district.program.house.secrets
  const at = cursor === '' ? undefined : unsealed(cursor, { device: name, person }, secret)
  if (at === undefined || midPull) return false
  const own = [...streamsOf({ person, roles: rolesOf(world, person) }), deviceStream(name)]
  return own.every(stream => (world.ledger.heads.get(stream) ?? 0) === (at.streams[stream] ?? 0))
}

const rolesOf = (world: World, person: string): readonly Role[] =>
  JSON.parse(rowIn(world.dbs.record, `person/${person}`)?.body ?? '{"roles":[]}').roles

/** SETTLED: every command has its end, and nothing that was only on its way is left in sight. */
function checkSettled({ db, id, place }: SimDevice): void {
  const open = place.store.outbox().find(row => row.state !== 'refused')
  if (open !== undefined) throw new Broken('SETTLED', 'A command has no end.', { on: id, open })
  for (const table of ['pending', 'touch', 'dirty']) {
    const row = firstOf<{ n: number }>(db, `select count(*) as n from ${table}`)
    if (row?.n !== 0)
      throw new Broken('SETTLED', 'Something that was on its way is left on a computer.', {
        on: id,
        table,
      })
  }
}

/** NEVER_MENDED: pages alone keep a computer right. That its sums are compared, and put it right, would hide a mistake in them. */
function checkNeverMended({ id, place }: SimDevice): void {
  const checked = place.store.copyChecked()
  if (checked.mendedCount > 0 || checked.differingCount > 0)
    throw new Broken('NEVER_MENDED', 'A computer had to be put right by the sums of its records.', {
      on: id,
      checked,
    })
}

/** CONVERGE and SCOPE: a computer holds what its person may see of the record, no more and no less. */
function checkConverged(world: World, device: SimDevice, all: readonly InDistrict[]): void {
  const streams = new Set(
    streamsOf({ person: device.person, roles: rolesOf(world, device.person) }),
  )
  const rows = rowsOf<Row & { stream: string }>(
    device.db,
    "select * from mirror where stream <> 'shipped'",
  )
  const found = new Map(rows.map(row => [`${row.stream} ${row.key}`, row]))
  for (const { key, rec, row, seats } of all)
    for (const stream of seats) {
      if (!streams.has(stream)) continue
      const type = kinds.get(rec.kind)
      const shown = type && projected(rec, type, name => name === stream)
      const mirrored = found.get(`${stream} ${key}`)
      found.delete(`${stream} ${key}`)
      if (shown === undefined) throw new Error('seated and not shown')
      // Mostly it is whole, and the same text.
      if (mirrored?.rev === row.rev && mirrored.body === row.body && mirrored.clocks === row.clocks)
        continue
      const is = mirrored && [mirrored.rev, JSON.parse(mirrored.body), JSON.parse(mirrored.clocks)]
      const be = JSON.parse(JSON.stringify([shown.rev, shown.body, shown.clocks]))
      if (!isDeepStrictEqual(is, be))
        throw new Broken('CONVERGE', 'A computer holds something else than its person may see.', {
          on: device.id,
          at: `${stream} ${key}`,
          is: is ?? null,
          be,
        })
    }
  const [more] = found.keys()
  if (more !== undefined)
    throw new Broken('CONVERGE', 'A computer holds more than its person may see.', {
      on: device.id,
      more,
    })
}

interface InDistrict {
  readonly key: string
  readonly row: Row
  readonly rec: StoredRec
  readonly seats: ReadonlySet<string>
}

const inDistrict = ({ dbs }: World): readonly InDistrict[] =>
  rowsOf<Row & Record<string, unknown>>(dbs.record, 'select * from record').map(row => {
    const { key, rec } = recOf(row, kinds)
    const seats = kinds.get(rec.kind)?.seats(rec.id, rec.body) ?? []
    return { key, row, rec, seats: new Set(seats.map(seat => seat.stream)) }
  })

/** NO_LOST_ACK: what was ever said to be done has its result, also after a backup came back; nothing else is lost either. */
function checkAcknowledged({ ledger, dbs }: World): void {
  for (const key of ledger.acknowledged)
    if (resultIn(dbs.record, key) === undefined && !ledger.gone.has(key))
      throw new Broken('NO_LOST_ACK', 'Something that was said to be done is lost.', {
        key,
        given: ledger.given.get(key),
      })
  for (const given of ledger.given.values()) {
    const { key, device } = given
    if (ledger.gone.has(key) || ledger.endedDevices.has(device)) continue
    if (resultIn(dbs.record, key) === undefined)
      throw new Broken('NO_LOSS', 'Something that somebody did has no result.', { given })
  }
}

/** LINES: what was typed and came to the district stands there, in its text once or beside it. */
function checkLines({ ledger, dbs }: World): void {
  for (const { key, record, line } of ledger.typed) {
    if (resultIn(dbs.record, key)?.status !== 'applied') continue
    const { aside, ...text }: Record<string, unknown> = JSON.parse(
      rowIn(dbs.record, record)?.body ?? '{}',
    )
    const times = JSON.stringify(text).split(line).length - 1
    const isBeside = JSON.stringify(aside ?? {}).includes(line)
    if (times > 1 || (times === 0 && !isBeside))
      throw new Broken('LINES', 'A line that was typed does not stand there once.', {
        key,
        record,
        line,
        times,
      })
  }
}

/** OWN_ORDER: where one computer alone set a field, the last it said stands, whatever its clock was. */
function checkLast({ ledger, dbs }: World): void {
  for (const [goal, given] of Map.groupBy(ledger.titles, one => one.goal)) {
    const done = given.filter(({ key }) => resultIn(dbs.record, key)?.status === 'applied')
    const from = new Set(done.map(({ key }) => ledger.given.get(key)?.device))
    // Folders that were copied have two that go on as one.
    if (from.size !== 1 || done.some(({ key }) => ledger.again.has(key))) continue
    const row = rowIn(dbs.record, `goal/${goal}`)
    const due: unknown = row === undefined ? undefined : JSON.parse(row.body).due
    if (row !== undefined && due !== done.at(-1)?.title)
      throw new Broken('OWN_ORDER', 'What a computer said last does not stand.', {
        goal,
        due,
        done,
      })
  }
}

/** FILES: what lies under a hash has that hash, but where the run damaged it itself. */
function checkFiles({ ledger, dbs, folder }: World): void {
  const rows = rowsOf<{ sha: string }>(dbs.record, 'select distinct sha from blob')
  for (const { sha } of rows) {
    const path = join(folder, 'district', 'blobs', sha.slice(0, 2), sha)
    if (ledger.damaged.has(path)) continue
    const is = existsSync(path)
      ? createHash('sha256').update(readFileSync(path)).digest('hex')
      : 'nothing'
    if (is !== sha)
      throw new Broken('FILES', 'What lies under a hash is something else.', { sha, is })
  }
}

/** AUDIT: the chain holds, covers every result, and is what every computer holds of it. */
async function checkAudit(world: World): Promise<void> {
  const { audit } = world.district.program.house.store
  while ((await audit.link(500)) > 0);
  const holds = world.devices.flatMap(({ place }) => {
    const { held, doubt } = place.sync.state().audit ?? {}
    if (doubt !== undefined)
      throw new Broken('AUDIT', 'A computer doubts the district’s log.', {
        on: place.folder,
        doubt,
      })
    return held === undefined ? [] : [{ link: held.link, hash: held.hash }]
  })
  const report = await audit.verify({ publicKey: '', holds })
  const faults = report.faults.filter(({ code }) => code !== 'head_unsigned')
  const results = firstOf<{ n: number }>(world.dbs.record, 'select count(*) as n from result')
  if (faults.length > 0 || report.last.link !== results?.n)
    throw new Broken('AUDIT', 'The district’s log does not hold.', {
      faults,
      last: report.last,
      results,
    })
}

/** REBUILT: index, names and search made anew are those that were kept. */
function checkRebuilt(world: World, device: SimDevice): void {
  const tables = (): unknown =>
    [
      ...[...kinds.keys()].map(kind => `select * from "by_${kind}" order by id, 1, 2, 3`),
      'select * from name order by name, key',
      'select key, title, text from search join searched on n = search.rowid order by key',
    ].map(sql => {
      try {
        return device.db.prepare(sql).all()
      } catch {
        // A kind that has no index.
        return []
      }
    })
  const kept = tables()
  device.db.exec("update meta set value = 'older' where name like 'index:%'")
  killDevice(device, world.net)
  startDevice(device, around(world))
  if (!isDeepStrictEqual(tables(), kept))
    throw new Broken('REBUILT', 'An index that is made anew is another.', { on: device.id })
}
