import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { districtMigrations } from '../district-store/migrations.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { madeId } from '../engine/made-id.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, pushed, trialDevice, trialLimits } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'
import { Claim, Goal } from '../trial/toy-records.ts'
import type { Push } from '../wire.ts'
import type { DeviceStore } from './open.ts'
import type { Together } from './perform.ts'

const t0 = 1_700_000_000_000
const holdMs = { 'claim.start': 30_000, 'claim.submit': 10_000 }
const ana = actorAs('ana', 'a', 'educator')

let district: DistrictStore
let now = t0
let db: Database.Database
let device: DeviceStore

beforeEach(async () => {
  const stored = new Database(':memory:')
  migrate(stored, districtMigrations)
  district = await trialDistrict(sqliteSql(stored))
  now = t0
  const made = trialDevice(ana, undefined, holdMs)
  db = made.db
  device = made.store
  device.join(ana)
})
afterEach(() => district.close())

function did(name: string, input: object, together?: Together): string {
  const performed = device.perform(name, input, now, together)
  if (performed.did === 'refused') throw new Error(performed.refusal.code)
  return performed.key
}
const pushNow = () => device.nextPush(trialLimits, now)
const left = (push: Push | undefined) => push !== undefined && device.leave(push)
const keysGoing = () => pushNow()?.mutations.map(mutation => mutation.key) ?? []

test('what leaves the house goes when its time has passed, and a restart between changes nothing', async () => {
  const start = did('claim.start', { serial: '1', files: [] })
  expect(device.going(now)).toMatchObject([
    { key: start, command: 'claim.start', count: 1, goesAt: t0 + 30_000 },
  ])
  now += 29_999
  device = trialDevice(actorAs('nobody', 'none'), db, holdMs).store
  expect(keysGoing()).toEqual([])
  now += 1
  expect(device.going(now)).toHaveLength(1)
  await pushed(device, district, now)
  expect(device.going(now)).toEqual([])
  await pulled(device, district, now)
  expect(device.outbox()).toEqual([])
  expect((await device.seen.get(Claim, madeId(start, 'claim')))?.sight).toBe('record')
})

test('what hangs on something held stays behind it, and the rest goes', () => {
  const start = did('claim.start', { serial: '1', files: [] })
  const withdraw = did('claim.withdraw', { claim: madeId(start, 'claim') })
  const goal = did('goal.add', { title: 'Ask more' })
  expect(keysGoing()).toEqual([goal])
  now += 30_000
  expect(keysGoing()).toEqual([start, withdraw, goal])
})

test('taken back, it is as if it had never been done, here and in the district', async () => {
  const start = did('claim.start', { serial: '1', files: [] })
  const claim = madeId(start, 'claim')
  expect(device.takeBack(start)).toEqual({ took: 'back', changed: [`claim/${claim}`] })
  expect(await device.seen.get(Claim, claim)).toBeUndefined()
  expect(device.outbox()).toEqual([])
  now += 60_000
  expect(keysGoing()).toEqual([])
  // The name that it had taken is free again.
  did('claim.start', { serial: '1', files: [] })
})

test('a change that is taken back leaves the record as it was', async () => {
  const start = did('claim.start', { serial: '1', files: [] })
  const claim = madeId(start, 'claim')
  now += 30_000
  await pushed(device, district, now)
  await pulled(device, district, now)
  const submit = did('claim.submit', { claim })
  expect((await device.seen.get(Claim, claim))?.rec.body.state).toBe('in_review')
  expect(device.takeBack(submit).took).toBe('back')
  const seen = await device.seen.get(Claim, claim)
  expect(seen).toMatchObject({ sight: 'record', rec: { body: { state: 'draft' } } })
})

test('what has been sent is gone, whatever the district says of it', () => {
  const start = did('claim.start', { serial: '1', files: [] })
  now += 30_000
  expect(left(pushNow())).toBe(true)
  expect(device.going(now)).toEqual([])
  expect(device.takeBack(start)).toEqual({ took: 'gone' })
  expect(device.takeBack('nobody:9')).toEqual({ took: 'gone' })
  expect(device.outbox()).toMatchObject([{ state: 'sent' }])
})

test('while the district can’t be reached it may be taken back, long after its time: it has not gone', () => {
  const start = did('claim.start', { serial: '1', files: [] })
  now += 3_600_000
  expect(keysGoing()).toEqual([start])
  expect(device.going(now)).toMatchObject([{ key: start, goesAt: t0 + 30_000 }])
  expect(device.takeBack(start).took).toBe('back')
  expect(device.going(now)).toEqual([])
})

test('what is taken back while the way is being opened does not leave, nor does anything that was to go with it', () => {
  const start = did('claim.start', { serial: '1', files: [] })
  const other = did('claim.start', { serial: '2', files: [] })
  now += 30_000
  const push = pushNow()
  expect(device.takeBack(start).took).toBe('back')
  expect(left(push)).toBe(false)
  expect(device.going(now)).toMatchObject([{ key: other }])
  expect(left(pushNow())).toBe(true)
  expect(device.outbox().map(({ key, state }) => [key, state])).toEqual([[other, 'sent']])
})

test('what is done as one waits for its last, and is taken back as one', async () => {
  const first = did('claim.start', { serial: '1', files: [] }, { goesWith: 'both' })
  now += 5_000
  const last = did('claim.start', { serial: '2', files: [] }, { goesWith: 'both' })
  const alone = did('claim.start', { serial: '3', files: [] })
  expect(device.going(now)).toMatchObject([
    { key: last, count: 2, goesAt: t0 + 35_000 },
    { key: alone, count: 1 },
  ])
  now = t0 + 34_999
  expect(keysGoing()).toEqual([])
  expect(device.takeBack(first).took).toBe('back')
  expect(device.outbox().map(row => row.key)).toEqual([alone])
  expect(await device.seen.list(Claim, {})).toHaveLength(1)
})

test('what something done since stands on is not taken away from under it', async () => {
  const start = did('claim.start', { serial: '1', files: [] })
  const claim = madeId(start, 'claim')
  const submit = did('claim.submit', { claim })
  expect(device.takeBack(start)).toEqual({ took: 'needed', by: 'claim.submit' })
  expect(device.outbox().map(row => [row.key, row.sight])).toEqual([
    [start, 'shown'],
    [submit, 'shown'],
  ])
  expect((await device.seen.get(Claim, claim))?.rec.body.state).toBe('in_review')
  expect(device.takeBack(submit).took).toBe('back')
  expect(device.takeBack(start).took).toBe('back')
})

test('a clock that is put back holds nothing for as long as it is wrong', () => {
  const start = did('claim.start', { serial: '1', files: [] })
  now -= 300 * 86_400_000
  expect(device.going(now)).toMatchObject([{ key: start, goesAt: now }])
  expect(keysGoing()).toEqual([start])
})

test('a clock that puts itself right by a moment lets nothing go before its time', () => {
  did('claim.start', { serial: '1', files: [] })
  now -= 2_000
  expect(keysGoing()).toEqual([])
  expect(device.going(now)).toMatchObject([{ goesAt: t0 + 30_000 }])
})

test('what is held waits by the clock of this computer, also when that is known to be years off', async () => {
  const years = 3 * 365 * 86_400_000
  const ask = { person: 'ana', device: 'a', streams: [], cursor: '', limitRows: 1 }
  device.takePage(await district.page({ ...ask, now: now + years }), now)
  now += 1_000
  const start = did('claim.start', { serial: '1', files: [] })
  expect(keysGoing()).toEqual([])
  now += 30_000
  expect(keysGoing()).toEqual([start])
  expect(device.outbox()).toMatchObject([{ key: start, doneAt: t0 + years + 1_000 }])
})

test('on a computer of its own nothing leaves the house, so nothing is held', () => {
  const lone = trialDevice(actorAs('me', 'l', 'educator'), undefined, holdMs).store
  lone.perform('claim.start', { serial: '1', files: [] }, now)
  expect(lone.going(now)).toEqual([])
})

test('in the middle of a pull it is seen at once, and decided again when the pull is complete', async () => {
  const other = trialDevice(actorAs('ana', 'b', 'educator')).store
  other.join(actorAs('ana', 'b', 'educator'))
  for (const title of ['One', 'Two']) other.perform('goal.add', { title }, now)
  await pushed(other, district, now)
  const start = did('claim.start', { serial: '1', files: [] })
  const ask = {
    person: 'ana',
    device: 'a',
    streams: ['user:ana'],
    cursor: '',
    limitRows: 1,
    now,
  }
  expect(device.takePage(await district.page(ask), now)).toMatchObject({ more: true })
  expect(device.takeBack(start).took).toBe('back')
  expect(await device.seen.list(Claim, {})).toEqual([])
  await pulled(device, district, now)
  expect(await device.seen.list(Goal, {})).toHaveLength(2)
  expect(await device.seen.list(Claim, {})).toEqual([])
})
