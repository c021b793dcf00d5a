import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { districtMigrations } from '../district-store/migrations.ts'
import { madeId } from '../engine/made-id.ts'
import { indexTable } from '../index-table/index-table.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, pushed, trialDevice } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'
import type { DeviceStore } from './open.ts'

test('index, names and search made anew equal the ones that were kept', async () => {
  const sqlite = new Database(':memory:')
  migrate(sqlite, districtMigrations)
  const district = await trialDistrict(sqliteSql(sqlite))
  const ana = actorAs('ana', 'a', 'educator')
  const { store, db } = trialDevice(ana)
  let now = 1_700_000_000_000
  const did = (name: string, input: object): string => {
    const performed = store.perform(name, input, ++now)
    if (performed.did === 'refused') throw new Error(performed.refusal.code)
    return performed.key
  }
  store.join(ana)
  const goals = [1, 2, 3].map(i => madeId(did('goal.add', { title: `goal ${i}` }), 'goal'))
  await pushed(store, district, ++now)
  await pulled(store, district, ++now)
  did('goal.title', { goal: goals[0] ?? '', title: 'On top' })
  did('goal.drop', { goal: goals[1] ?? '' })
  did('claim.start', { serial: '9', files: [] })
  const tables = (): unknown =>
    [
      `select * from ${indexTable('goal')} order by id`,
      `select * from ${indexTable('claim')} order by id`,
      'select * from name order by name, key',
      'select key, title, text from search join searched on n = search.rowid order by key',
    ].map(sql => db.prepare(sql).all())
  const learnt = (device: DeviceStore) => {
    while (device.learnWords()) continue
  }
  learnt(store)
  const kept = tables()
  db.exec(
    "update meta set value = 'older' where name like 'index:%'; delete from name; delete from search",
  )
  learnt(trialDevice(ana, db).store)
  expect(tables()).toEqual(kept)
  await district.close()
})
