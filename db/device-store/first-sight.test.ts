import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Actor } from '../../core/kit/command.ts'
import type { DeviceKey } from '../../core/person/device-key.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { migrate } from '../open/migrate.ts'
import type { Op } from '../wire.ts'
import { deviceMigrations } from './migrations.ts'
import type { DeviceStore } from './open.ts'
import { openDevice } from './open.ts'

const jonah: Actor = { person: 'jonah', device: 'desk', roles: ['educator', 'coach'] }
const key: DeviceKey = { person: 'maya', publicKey: 'a'.repeat(64), joinedAt: 5 }
const otherKey = { ...key, publicKey: 'f'.repeat(64) }

function device(): DeviceStore {
  const db = new Database(':memory:')
  migrate(db, deviceMigrations)
  const store = openDevice(db, {
    types: [DeviceKeyRecord],
    commands: [],
    build: 'trial',
    opening: 'o1',
    first: jonah,
    searchText: () => undefined,
    onDefect: error => {
      throw error
    },
  })
  store.join(jonah)
  return store
}

let rev = 0
const said = (body: object, stream = 'coaches'): Op => [
  stream,
  'device-key',
  'laptop',
  ++rev,
  1,
  { ...body },
  {},
]
const gone = (stream = 'coaches'): Op => [stream, 'device-key', 'laptop']

/** One page of the district's word. */
function tell(store: DeviceStore, ops: readonly Op[], more: { drop?: readonly string[] } = {}) {
  const from = store.standing().cursor
  const page = { from, next: `${from}+`, more: false, drop: [], results: [], now: 1, ops, ...more }
  store.takePage(page, 1)
}
const seen = async (store: DeviceStore) =>
  (await store.seen.get(DeviceKeyRecord, 'laptop'))?.rec.body

test('row 60: a computer holds on to the first key it saw, and notes that it was told another', async () => {
  const store = device()
  tell(store, [said(key)])
  expect(await seen(store)).toEqual(key)
  tell(store, [said(otherKey)])
  expect(await seen(store)).toEqual({ ...key, isContradicted: true })
  tell(store, [said(key)])
  expect(await seen(store)).toEqual({ ...key, isContradicted: true })
})

test.each<[string, (store: DeviceStore) => void]>([
  ['taken away', store => tell(store, [gone()])],
  ['dropped with its stream', store => tell(store, [], { drop: ['coaches'] })],
  [
    'gone at a new beginning',
    store => {
      store.takePage({ from: store.standing().cursor, resync: 'epoch', now: 1 }, 1)
      tell(store, [])
    },
  ],
])('row 60: also when the first was %s before another came', async (_how, takeAway) => {
  const store = device()
  tell(store, [said(key)])
  takeAway(store)
  expect(await seen(store)).toBeUndefined()
  tell(store, [said(otherKey)])
  expect(await seen(store)).toEqual({ ...key, isContradicted: true })
})

test('row 60: also when the other comes by another stream', async () => {
  const store = device()
  tell(store, [said(key, 'coaches')])
  tell(store, [said(otherKey, 'office')])
  expect(await seen(store)).toEqual({ ...key, isContradicted: true })
})

test('what can not be read as a key is not here, and is no first sight', async () => {
  const store = device()
  tell(store, [said({ ...key, joinedAt: 'always' })])
  expect(await seen(store)).toBeUndefined()
  tell(store, [said(key)])
  expect(await seen(store)).toEqual(key)
})
