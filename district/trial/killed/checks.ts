import { reactionNames } from '../../reaction/reaction.ts'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { districtPaths, protocol } from '../../../contract/sync/version.ts'
import { BadgeRecord } from '../../../core/badge/record.ts'
import { ClaimRecord } from '../../../core/claim/record.ts'
import { pushReply } from '../../../contract/sync/push.ts'
import { readStanding } from '../../reaction/standing.ts'
import { openProgram } from '../../program.ts'
import { bodyOn } from '../claim.ts'
import { hashOf, jsonIn } from '../device.ts'
import type { EvidenceLine } from '../../../contract/device/queries.ts'
import { Laptop } from './laptop.ts'
import type { Answered } from './lives.ts'
import { leftWhole } from './kills.ts'
import type { StubbornDevice } from './stubborn-device.ts'
import type { World } from './world.ts'

const quietMs = 90_000
const pollMs = 100

/** Waits until something holds, as long as what is said of it goes on changing. */
async function until(
  what: string,
  look: () => Promise<{ readonly holds: boolean; readonly said: string }>,
): Promise<void> {
  let last = ''
  let movedAt = performance.now()
  while (performance.now() < movedAt + quietMs) {
    const { holds, said } = await look()
    if (holds) return
    if (said !== last) movedAt = performance.now()
    last = said
    await new Promise(resolve => setTimeout(resolve, pollMs))
  }
  throw new Error(`nothing moved in ${quietMs} ms: ${what}: ${last}`)
}

/** Once nobody does anything any more: all that was answered is there, on both sides, and once. */
export async function holdsAll(world: World, answered: Answered): Promise<void> {
  const { laptop, district, wanted } = world
  await until('all in the record', async () => {
    const sync = await laptop.sync()
    const { state, waitingCount, files } = sync
    const holds = state === 'record' && waitingCount === 0 && files.sent === files.all
    return { holds, said: JSON.stringify(sync) }
  })
  const { refused } = await laptop.query('today', {})
  expect(refused).toEqual([])
  await laptopHolds(laptop, answered)
  await anotherComputerHolds(world, answered)
  for (const device of [world.administrator, world.coach, world.officer, world.reader])
    await saysTheSame(device)
  for (const whole of answered.wholes) await saysTheSame(whole.teacher)
  await badgesHold(world, answered)

  expect([await laptop.program?.stop(), await district.program?.stop()]).toEqual([0, 0])
  const seen = new Set<string>()
  for (const { folder } of [laptop, district]) await leftWhole(folder, seen)
  auditHolds(district.folder, wanted.databaseUrl)
  await nothingWaits(district.folder, wanted.databaseUrl)
}

/** Goals and files as the teacher's own program shows them. */
async function laptopHolds(laptop: Laptop, { goals, files }: Answered): Promise<void> {
  const { goals: rows } = await laptop.query('plan', {})
  for (const { title, id, text } of goals) {
    const found = rows.filter(row => row.body.title === title)
    expect([title, found.length]).toEqual([title, id === undefined ? found.length : 1])
    expect(found.length).toBeLessThanOrEqual(1)
    if (id !== undefined) expect([title, found[0]?.body.why]).toEqual([title, text])
  }
  const lines = await linesOn(laptop)
  for (const { title, sha256, isSure } of files) {
    const found = lines.filter(line => line.row.body.title === title)
    expect([title, found.length]).toEqual([title, isSure ? 1 : found.length])
    expect(found.length).toBeLessThanOrEqual(1)
    if (isSure) expect(found[0]?.row.body.file?.sha256).toBe(sha256)
  }
}

/** A new computer of the teacher's gets the very same from the district: records, texts, and every byte of every file. */
async function anotherComputerHolds(world: World, answered: Answered): Promise<void> {
  const tablet = new Laptop(join(world.wanted.folder, 'tablet'))
  tablet.begin()
  await tablet.up()
  const code = await world.invite()
  await tablet.post('/api/setup', { join: { address: world.district.address, code } })
  const seen = async (of: Laptop) => {
    const { goals } = await of.query('plan', {})
    const lines = await linesOn(of)
    return [goals.map(({ id, body }) => [id, body]), lines.map(({ row }) => [row.id, row.body])]
  }
  const here = await seen(world.laptop)
  let there: unknown
  await until('the new computer knows it all', async () => {
    there = await seen(tablet)
    const said = JSON.stringify(there)
    return { holds: said === JSON.stringify(here), said: String(said.length) }
  }).catch(() => expect(there).toEqual(here))
  for (const { row } of await linesOn(tablet)) {
    const { file } = row.body
    if (file === undefined) continue
    const bytes = await tablet.bytes(file.sha256)
    expect([row.body.title, hashOf(bytes)]).toEqual([row.body.title, file.sha256])
  }
  for (const sha256 of answered.given)
    expect((await world.reader.blob(sha256, {}, 'HEAD')).status).toBe(200)
  expect(await tablet.program?.stop()).toBe(0)
}

async function linesOn(laptop: Laptop): Promise<readonly EvidenceLine[]> {
  const all: EvidenceLine[] = []
  let after: string | undefined
  do {
    const page = await laptop.query('evidence.list', {
      limit: 100,
      ...(after === undefined ? {} : { after }),
    })
    all.push(...page.lines)
    after = page.next
  } while (after !== undefined)
  return all
}

/** All that was ever answered to a computer is answered again as it was, and nothing is done a second time. */
async function saysTheSame(device: StubbornDevice): Promise<void> {
  await device.pull()
  const before = [...device.records.keys()].length
  for (let at = 0; at < device.told.length; at += 100) {
    const told = device.told.slice(at, at + 100)
    const mutations = told.map(({ body }) => body)
    const value = { protocol, device: device.name, mutations }
    const answer = await device.askJson('POST', districtPaths.push, value)
    const { results } = pushReply.parse(jsonIn(answer))
    expect(results.map(([key, { status }]) => [key, status])).toEqual(
      told.map(({ key, status }) => [key, status]),
    )
  }
  for (const sha256 of device.files) expect(hashOf((await device.blob(sha256)).body)).toBe(sha256)
  await device.pull()
  expect([...device.records.keys()]).toHaveLength(before)
}

/** One badge a claim, signed, at a place of its own in the status list. */
async function badgesHold({ officer }: World, { wholes }: Answered): Promise<void> {
  await officer.pull()
  const badges = [...officer.records]
    .filter(([key]) => key.startsWith(`${BadgeRecord.kind}/`))
    .map(([, body]) => BadgeRecord.schema.parse(body))
  const signed = badges.filter(({ state }) => state === 'signed')
  expect(new Set(signed.map(({ claim }) => claim)).size).toBe(signed.length)
  expect(new Set(signed.map(({ statusIndex }) => statusIndex)).size).toBe(signed.length)
  for (const { teacher: owner, claim, badge } of wholes) {
    await owner.pull()
    expect(bodyOn(owner, ClaimRecord, claim)).toMatchObject({ state: 'earned', badge })
    expect(bodyOn(owner, ClaimRecord, claim)?.attempts).toHaveLength(1)
    expect(bodyOn(owner, BadgeRecord, badge)?.state).toBe('signed')
  }
}

function auditHolds(folder: string, databaseUrl: string | undefined): void {
  const where = databaseUrl === undefined ? [] : ['--database', databaseUrl]
  const args = ['district/start.ts', 'audit', 'verify', '--data', folder, '--json', ...where]
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
}

/** Every reaction is at the end of the log of changes, and nothing waits to be tried again. */
async function nothingWaits(dataFolder: string, databaseUrl: string | undefined): Promise<void> {
  const said: string[] = []
  const program = await openProgram({
    ...{ dataFolder, databaseUrl, listensAt: 'http://127.0.0.1:1', publicUrl: undefined },
    ...{
      isBehindProxy: false,
      canSuspend: true,
      isDemo: false,
      isRestored: false,
      trace: false,
      isQuiet: true,
    },
    ...{ name: 'District', administrator: 'Administrator', timeZone: 'UTC', clock: Date.now },
    onDatabaseTaken: () => undefined,
    masterKey: undefined,
    fontsFolders: [],
    logTo: { write: line => void said.push(line) },
  })
  if ('failed' in program) throw new Error(program.failed)
  const { store } = program.house
  for (const name of reactionNames) {
    const standing = readStanding(z.string().parse(await store.meta(`reaction:${name}`)))
    expect([name, standing.waiting]).toEqual([name, []])
    expect(await store.follow('district', standing.after, 1)).toEqual([])
  }
  await program.close()
  expect(said).toEqual([])
}
