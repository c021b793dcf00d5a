import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { districtMigrations } from '../district-store/migrations.ts'
import { madeId } from '../engine/made-id.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, pushed, trialDevice } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'
import type { DeviceStore } from './open.ts'

// What pushing and pulling cost a computer hangs on what changed, and not on what is there.

const t0 = 1_700_000_000_000
const ana = actorAs('ana', 'a', 'educator')

/** A computer with goals that the district has, and what is asked of its database from now on. */
async function lived(goalCount: number) {
  const kept = new Database(':memory:')
  migrate(kept, districtMigrations)
  const district = await trialDistrict(sqliteSql(kept))
  const asked: string[] = []
  const onto = new Database(':memory:', { verbose: sql => asked.push(String(sql)) })
  const { store, db } = trialDevice(ana, onto, {}, 'once')
  store.join(ana)
  const goals = Array.from({ length: goalCount }, (_, n) => {
    store.perform('goal.add', { title: `Goal ${n}` }, t0)
    return madeId(`a:${n + 1}:once`, 'goal')
  })
  const sync = async () => {
    while (store.outboxStates().includes('queued')) await pushed(store, district, t0)
    await pulled(store, district, t0)
  }
  await sync()
  while (store.learnWords());
  asked.length = 0
  return { store, db, goals, asked, sync }
}

const edit = (store: DeviceStore, goals: readonly string[]) => {
  for (const goal of goals) store.perform('goal.title', { goal, title: 'Another' }, t0)
}

test('sending two hundred commands, and taking in what they came to, is a hundred statements, whatever is there', async () => {
  const counts: number[] = []
  for (const size of [200, 1_000]) {
    const { store, goals, asked, sync } = await lived(size)
    edit(store, goals.slice(0, 200))
    asked.length = 0
    await sync()
    expect(store.outbox()).toEqual([])
    counts.push(asked.length)
  }
  expect(counts[1]).toBe(counts[0])
  expect(counts[0]).toBeLessThan(100)
})

test('no statement of doing, sending and taking in reads a whole table of records', async () => {
  const { store, db, goals, asked, sync } = await lived(300)
  edit(store, goals.slice(0, 3))
  await sync()
  const texts = new Set(asked.map(text => text.replaceAll(/\s+/g, ' ')))
  const read = (text: string) =>
    db.prepare<[], { detail: string }>(`explain query plan ${text}`).all()
  // What waits here, or is still to be done, is what changed; the search goes to a number by itself.
  const own =
    /^SCAN (?!(json_each|outbox|o|touch|dirty|search_due|copied|\d+)\b|search VIRTUAL TABLE INDEX 0:=)/
  const whole = [...texts]
    .filter(text => /^(select|insert|update|delete)/.test(text))
    .filter(text => read(text).some(({ detail }) => own.test(detail)))
  expect(whole).toEqual([])
  expect(read('select key from mirror where rev = 7').some(({ detail }) => own.test(detail))).toBe(
    true,
  )
})
