import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { z } from 'zod'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { erasureRules, keptWhole, ruleOf } from '../../core/erasure/rules.ts'
import { command, refuse } from '../../core/kit/command.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { recordTypes } from '../../core/records.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { execute } from '../../db/engine/execute.ts'
import { postgresBin } from '../../db/trial/postgres-server.ts'
import { withCanaries } from '../../test/builders/canaries.ts'
import { oneOfEach } from '../../test/builders/one-of-each.ts'
import { isAbsent } from '../evidence/is-absent.ts'
import { bodyOn, earnedBadge, readyClaim } from '../trial/claim.ts'
import { hashOf, joined, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { isOnSqlite } from '../trial/trial-database.ts'

/** A word that stands in everything of hers, and in nothing else. */
const word = 'Zyrvana'
const lea = randomUUID()

/** What stays, and is none of hers: of which micro-credential a badge or a reading is, and the district's own goal. */
const isNotHers = (what: string) => /^(?:badge|review|goal published)/.test(what)

/** Kinds of which a person has one, under their own id: hers are there by what she did. */
const oneEach = ['hold', 'password-set', 'person']

test('every kind of record has a rule of erasing, or a reason why it stays whole', () => {
  const unruled = recordTypes
    .map(({ kind }) => kind)
    .filter(kind => (ruleOf(kind) === undefined) === (keptWhole[kind] === undefined))
  expect(unruled).toEqual([])
})

let district: TrialDistrict
let devices: Record<'lea' | 'jonah' | 'ruth' | 'desmond', TrialDevice>
let shared: string
beforeAll(async () => {
  district = await trialDistrict()
  const desmond = await joined(district, 'desmond')
  await desmond.act('person.add', {
    id: lea,
    person: { name: `${word} name`, place: `${word} place`, roles: ['educator'] },
  })
  const own = new TrialDevice(district)
  await own.join(await district.invite(lea), { deviceName: `${word} laptop` })
  await own.pull()
  const called = { device: own.name, name: `${word} in the kitchen` }
  expect((await own.askJson('POST', districtPaths.ownDevices, called)).status).toBe(200)
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  devices = { lea: own, jonah, ruth, desmond }
  await lived()
})
afterAll(() => district.close())

/** A life in the district: a badge, a claim being written, a sign-in, a shared file, one that never arrived whole. */
async function lived(): Promise<void> {
  const { lea: own, jonah, ruth } = devices
  const told = new Set<string>()
  const badge = await earnedBadge({ maya: own, jonah, ruth }, `${word} film`)
  await ruth.act('badge.suspend', { badge, reason: `${word} suspended` })
  await ruth.act('endorsement.offer-badge', { badge, text: `{"of":"${word} endorsed"}` })
  await ruth.act('act.propose', { badges: [badge], reason: `${word} proposed` })
  // Writes how much an officer revokes as well, which is no record of hers.
  await ruth.act('badge.revoke', { badge, reason: `${word} revoked` })
  const goal = await own.act('goal.add', { layer: 'personal', title: `${word} goal` })
  await own.act('goal.write', {
    ...{ goal: goal.id('goal'), field: 'why', base: '', text: `${word} why` },
  })
  await readyClaim(own, { bytes: Buffer.from(`${word} draft file`) })
  // What she was refused says what it was about.
  const { store } = district.program().house
  const now = district.now()
  const call = { key: 'trial:refused', input: {}, doneAt: now, now, stamp: `${now}-0000-trial` }
  const actor = { person: lea, device: own.name, roles: ['educator'] as const }
  expect((await execute(store, refusing, { ...call, actor })).status).toBe('refused')
  shared = 'a file that somebody else kept as well'
  for (const device of [own, jonah]) await device.upload(Buffer.from(shared))
  const half = Buffer.from(`${word} half of a film`)
  const begun = await own.createUpload(half.length * 2, hashOf(half))
  await own.append(String(begun.headers.location), 0, half)
  const signIn = {
    do: 'set',
    name: `${word}@example.org`,
    password: 'a long enough secret of hers',
  }
  expect((await own.askJson('POST', districtPaths.account, signIn)).status).toBe(200)
  // Every text of every kind, as no way through the door would leave it.
  for (const { what, type, rec } of oneOfEach) {
    const rule = ruleOf(type.kind)
    const hers = JSON.parse(JSON.stringify(rec).replaceAll('"maya"', `"${lea}"`))
    if (rule === undefined || oneEach.includes(type.kind)) continue
    if (!rule.isOf(hers.id, hers.body, lea)) continue
    const { kind, id, v, body } = withCanaries(
      type,
      hers,
      word,
      isNotHers(what) ? ['title'] : [],
    ).rec
    await put(keyOf(kind, `hers-${id}`), v, renamed(body))
    told.add(kind)
  }
  const hold = { reason: `${word} hold`, putBy: 'ruth', putAt: 1, liftedBy: 'ruth', liftedAt: 2 }
  await put(keyOf('hold', lea), 1, hold)
  // A kind of which nothing is put there is a kind of which nothing is tried.
  expect([...told, ...oneEach].toSorted()).toEqual(
    erasureRules.map(({ type }) => type.kind).toSorted(),
  )
}

/** Ids of one another, as `lived` gives them. */
const renamed = (body: object): object =>
  JSON.parse(
    JSON.stringify(body, (name, value: unknown) => {
      const isOther =
        ['claim', 'goal', 'badge', 'subject'].includes(name) && typeof value === 'string'
      if (isOther) return `hers-${value}`
      if (name === 'framework' && value === 'f-own') return 'hers-f-own'
      if (name === 'badges' && Array.isArray(value)) return value.map(one => `hers-${one}`)
      if (name === 'code') return `hers-${String(value)}`
      return name === 'statusIndex' ? 100_000 + Number(value) : value
    }),
  )

const refusing = command({
  name: 'trial.refuse',
  where: 'district',
  input: z.object({}),
  needs: q => q.none(),
  right: () => true,
  decide: () => refuse('own_rights', { name: `${word} in a refusal` }),
})

const putAnything = command({
  name: 'trial.put',
  where: 'district',
  input: z.object({ key: z.string(), v: z.int(), body: z.looseObject({}) }),
  needs: q => q.none(),
  right: () => true,
  decide: (_s, { key, v, body }) => ({
    changes: [{ do: 'create', key: keyOf(...parts(key)), v, body }],
  }),
})
const parts = (key: string): [string, string] => {
  const [kind = '', ...id] = key.split('/')
  return [kind, id.join('/')]
}

async function put(key: string, v: number, body: object): Promise<void> {
  const { store } = district.program().house
  const now = district.now()
  const came = await execute(store, putAnything, {
    ...{ key: `trial:put:${key}`, input: { key, v, body: { ...body } } },
    ...{ actor: { person: lea, device: devices.lea.name, roles: ['system'] }, doneAt: now, now },
    stamp: `${now}-0000-trial`,
  })
  if (came.status !== 'applied') throw new Error(`${key}: ${JSON.stringify(came)}`)
}

function dailyCopy(name: string): void {
  const folder = join(district.dataFolder, 'backups', name)
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, 'backup-1795000000000.sqlite')
  copyFileSync(join(district.dataFolder, `${name}.sqlite`), copy)
}

async function anew(device: TrialDevice): Promise<void> {
  device.cursor = ''
  device.records.clear()
  await device.pull()
}

/** Every file of the data folder, and with PostgreSQL of the database, and what its own tool says of it, that holds a text. */
function placesOf(text: string): readonly Place[] {
  const { dataFolder, databaseUrl } = district
  const places = filesBelow(dataFolder)
  if (databaseUrl !== undefined) places.push(...placesInPostgres(databaseUrl))
  return places.filter(({ bytes }) => bytes.includes(text))
}

interface Place {
  readonly path: string
  readonly bytes: Buffer
}

/** PostgreSQL takes files away while they are read (what it holds ready of a table): then all is listed again. */
function filesBelow(folder: string, looksLeft = 10): Place[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({ path, bytes: readFileSync(path) }))
  } catch (error) {
    if (!isAbsent(error) || looksLeft === 0) throw error
    return filesBelow(folder, looksLeft - 1)
  }
}

/** Its files as they are once nothing waits to be written, without what it keeps for a crash. */
function placesInPostgres(url: string): readonly Place[] {
  const run = (tool: string, ...args: string[]) =>
    execFileSync(join(postgresBin() ?? '', tool), args, { maxBuffer: 1024 ** 3 })
  const asked = (sql: string) => run('psql', '-tAc', sql, url).toString().trim()
  asked('checkpoint')
  const folder = asked('show data_directory')
  const oid = asked('select oid from pg_database where datname = current_database()')
  return [{ path: 'pg_dump', bytes: run('pg_dump', url) }, ...filesBelow(join(folder, 'base', oid))]
}

test('nothing of a person is left in plain text once her record is erased, and all else holds', async () => {
  const { lea: own, jonah, ruth, desmond } = devices
  // The copies that the district makes by itself each day.
  await district.whileStopped(async () => {
    if (isOnSqlite) for (const name of ['record', 'accounts']) dailyCopy(name)
  })
  expect(placesOf(word)).not.toEqual([])
  district.move(1_000)
  await desmond.act('erasure.begin', { person: lea, ground: 'wish' })
  const counted = await desmond.until(() => {
    const body = bodyOn(desmond, ErasureRecord, lea)
    return body?.state === 'counted' ? body : undefined
  })
  expect(counted.plan).toMatchObject({ badges: { revoked: 2, suspended: 1 }, computers: 1 })
  await desmond.act('erasure.ask', { person: lea })
  await ruth.act('erasure.agree', { person: lea })
  await own.until(() => bodyOn(own, ErasureRecord, lea)?.dueAt)
  district.move(erasureWaitMs)
  await district.restart()
  await ruth.until(() => (bodyOn(ruth, ErasureRecord, lea)?.state === 'erased' ? true : undefined))

  await district.whileStopped(async () => {
    expect(placesOf(word).map(({ path }) => path)).toEqual([])
    // Nor what her files hold, but for what somebody else kept as well.
    expect(placesOf(shared)).toHaveLength(1)
  })
  expect(district.log()).not.toContain(word)
  const { house } = district.program()
  const publicKey = Buffer.from(publicKeyOf(house.secrets.trust)).toString('hex')
  expect((await house.store.audit.verify({ publicKey, holds: [] })).faults).toEqual([])

  // Her own computer is told that, and nothing else; it does nothing in her name any more.
  // All that it is told, from the beginning.
  await anew(own)
  const kinds = new Set([...own.records.keys()].map(key => key.slice(0, key.indexOf('/'))))
  expect([...kinds].toSorted()).toEqual(['badge', 'device-key', 'erasure', 'goal'])
  await expect(own.act('goal.add', { layer: 'personal', title: 'x' })).rejects.toThrow('403')
  for (const device of [own, jonah, ruth, desmond]) {
    await anew(device)
    const texts = [...device.records.values()].map(body => JSON.stringify(body)).join('\n')
    const left = texts.match(new RegExp(`${word}[^"]*`))
    expect(left).toBeNull()
  }
  // A badge that she carried away can still be checked; the reading counts, without a word.
  const badges = [...ruth.records].filter(([, body]) => body['owner'] === lea)
  expect(badges.some(([key]) => key.startsWith(BadgeRecord.kind))).toBe(true)
  const reading = [...jonah.records].find(
    ([key, body]) => key.startsWith(`${ReviewRecord.kind}/`) && body['owner'] === lea,
  )
  expect(reading?.[1]).toMatchObject({ state: 'finalised', comments: {}, anchors: {} })
})
