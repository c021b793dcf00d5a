import { isDeepStrictEqual } from 'node:util'
import { projected } from '../../records/projection.ts'
import { recOf } from '../../district-store/rec-row.ts'
import { text } from '../../sql/row.ts'
import type { SqlRow } from '../../sql/steps.ts'
import { pulled, pushed, trialHoldMs, trialStreams } from '../device.ts'
import { Broken, rowsIn, rowsOn } from './checks.ts'
import type { SimDevice } from './sim-device.ts'
import type { World } from './world.ts'
import { actorOn, restart } from './world.ts'

const roundsMax = 12

/** Lets everything arrive, and then checks that all agree and that nothing is missing. */
export async function quiet(world: World, upload: () => Promise<void>): Promise<void> {
  world.net.length = 0
  // Until everything that is held may go, by clocks that are right again.
  world.now += Math.max(...Object.values(trialHoldMs))
  await upload()
  for (const device of world.devices) {
    device.skewMs = 0
    if (!device.store.standing().joined) device.store.join(actorOn(world, device))
  }
  for (let round = 0; round < roundsMax; round++)
    for (const device of world.devices) {
      world.now += 1_000
      device.store.setActor(actorOn(world, device))
      await pushed(device.store, world.district, world.now)
      await pulled(device.store, world.district, world.now)
    }
  for (const device of world.devices) {
    checkSettled(world, device)
    checkConverged(world, device)
    checkRebuilt(world, device)
  }
  checkLines(world)
  checkOwnTitles(world)
  await checkAudit(world)
}

/** AUDIT: every command that has a result has its place in the chain, and every record is what its last command wrote. */
async function checkAudit(world: World): Promise<void> {
  // In small turns: a chain that is made in many pieces is one chain.
  while ((await world.district.audit.link(7)) > 0);
  const report = await world.district.audit.verify({ publicKey: '', holds: [] })
  const results = rowsIn(world, 'select count(*) as n from result').map(row => row['n'])
  if (report.faults.length > 0 || report.last.link !== results[0])
    throw new Broken(world, 'AUDIT', { ...report, results })
}

/** SETTLED: every command has its end, nothing pending is left in sight. */
function checkSettled(world: World, device: SimDevice): void {
  const open = device.store.outbox().filter(row => row.state !== 'refused')
  if (open.length > 0) throw new Broken(world, 'SETTLED', open[0])
  for (const table of ['pending', 'touch', 'dirty'])
    if (rowsOn(device, `select count(*) as rows_all from ${table}`) > 0)
      throw new Broken(world, 'SETTLED rows', { table, on: device.name })
}

/** CONVERGE and SCOPE: the mirror is the projection of the district on the person's streams, no more and no less. */
function checkConverged(world: World, device: SimDevice): void {
  const expected = new Map<string, unknown>()
  for (const row of rowsIn(world, 'select key, v, rev, body, clocks from record')) {
    const { key, rec } = recOf(row, world.district.kinds)
    const type = world.district.kinds.get(rec.kind)
    for (const stream of trialStreams(actorOn(world, device))) {
      const shown = type && projected(rec, type, name => name === stream)
      if (shown) expected.set(`${stream} ${key}`, [shown.rev, shown.body, shown.clocks])
    }
  }
  const rows = device.db.prepare<unknown[], SqlRow>('select * from mirror').all()
  const found = new Map(
    rows.map(row => [
      `${text(row, 'stream')} ${text(row, 'key')}`,
      [row['rev'], JSON.parse(text(row, 'body')), JSON.parse(text(row, 'clocks'))],
    ]),
  )
  const keys = new Set([...expected.keys(), ...found.keys()])
  for (const key of keys)
    if (!isDeepStrictEqual(found.get(key), expected.get(key)))
      throw new Broken(world, 'CONVERGE', {
        on: device.name,
        key,
        is: found.get(key),
        be: expected.get(key),
      })
}

/** REBUILT: index, names and search made anew equal those that were kept. */
function checkRebuilt(world: World, device: SimDevice): void {
  const tables = (): unknown =>
    [
      ...[...world.district.kinds.keys()].map(kind => `select * from "by_${kind}" order by id`),
      'select * from name order by name, key',
      'select key, title, text from search join searched on n = search.rowid order by key',
    ].map(sql => device.db.prepare(sql).all())
  const kept = tables()
  device.db.exec("update meta set value = 'older' where name like 'index:%'")
  restart(world, device)
  if (!isDeepStrictEqual(tables(), kept)) throw new Broken(world, 'REBUILT', device.name)
}

/** LINES: what was typed and applied stands exactly once. */
function checkLines(world: World): void {
  for (const { goal, line, key } of world.typed) {
    const [result] = rowsIn(world, 'select result from result where key = ?', key)
    const [row] = rowsIn(world, 'select body from record where key = ?', `goal/${goal}`)
    if (!row || !result || !text(result, 'result').includes('applied')) continue
    const { lines }: { lines: string } = JSON.parse(text(row, 'body'))
    const times = lines.split('\n').filter(each => each === line).length
    if (times !== 1) throw new Broken(world, 'LINES', { goal, line, key, times })
  }
}

/** OWN_ORDER: where one device alone gave titles, the last one given stands, whatever its clock said. */
function checkOwnTitles(world: World): void {
  for (const [goal, given] of Map.groupBy(world.titles, each => each.goal)) {
    const [row] = rowsIn(world, 'select body from record where key = ?', `goal/${goal}`)
    const done = given.filter(each =>
      rowsIn(world, 'select result from result where key = ?', each.key).some(result =>
        text(result, 'result').includes('applied'),
      ),
    )
    if (!row || new Set(done.map(each => each.device)).size !== 1) continue
    const { title }: { title: string } = JSON.parse(text(row, 'body'))
    if (title !== done.at(-1)?.title) throw new Broken(world, 'OWN_ORDER', { goal, title })
  }
}
