import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { districtMigrations } from '../district-store/migrations.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import type { TrialDevice } from '../trial/device.ts'
import { pulled, pushed, trialDevice } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'

// Somebody's record was erased; another person's computer lets go of what it still holds of them, and of nothing else.

let now = 1_700_000_000_000
let ana: TrialDevice
let before: Buffer
let district: DistrictStore
let db: Database.Database

const districtOn = async (bytes?: Buffer): Promise<DistrictStore> => {
  db = bytes === undefined ? new Database(':memory:') : new Database(bytes)
  migrate(db, districtMigrations)
  return trialDistrict(sqliteSql(db))
}

beforeEach(async () => {
  district = await districtOn()
  ana = trialDevice(actorAs('ana', 'a', 'educator'))
  ana.store.join(actorAs('ana', 'a', 'educator'))
  await synced()
  before = db.serialize()
})
afterEach(() => district.close())

async function synced(): Promise<void> {
  await pushed(ana.store, district, (now += 1_000))
  await pulled(ana.store, district, (now += 1_000))
}

const isErasable = (kind: string): boolean => kind === 'goal'

test.each([
  ['of a kind that goes with a person is not sent again', true, 0],
  ['that no computer is ever shown is sent again: erasing is not why it is not here', false, 1],
])('what was done to a record %s', async (_what, isGone, kept) => {
  ana.store.perform('goal.add', { title: 'One' }, (now += 1_000))
  await synced()
  ana.db.exec("delete from mirror where key like 'goal/%'")
  ana.store.forgetErased(new Set(['eve']), () => isGone)
  expect(ana.store.acknowledged('goal.add')).toHaveLength(kept)
})

test('what gave a record a name is kept for sending again, whoever was erased', async () => {
  // A claim has a name that no other claim may have: nothing stands under that name itself.
  const done = ana.store.perform('claim.start', { serial: 'one', files: [] }, (now += 1_000))
  expect(done.did).toBe('applied')
  await synced()
  ana.store.forgetErased(new Set(['eve']), isErasable)
  expect(ana.store.acknowledged('claim.start')).toEqual([{ serial: 'one', files: [] }])
})

test('it is done again in a district that came back without it', async () => {
  ana.store.perform('claim.start', { serial: 'one', files: [] }, (now += 1_000))
  await synced()
  ana.store.forgetErased(new Set(['eve']), isErasable)
  await district.close()
  district = await districtOn(before)
  await district.raiseEpoch(now)
  await pulled(ana.store, district, (now += 1_000))
  await synced()
  const claims = db.prepare("select count(*) as n from record where kind = 'claim'").get()
  expect(claims).toEqual({ n: 1 })
})
