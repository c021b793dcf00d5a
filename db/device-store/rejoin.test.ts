import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { districtMigrations } from '../district-store/migrations.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { receive } from '../district-store/receive.ts'
import { madeId } from '../engine/made-id.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, trialDevice, trialLimits } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import { trialCommands, trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'
import { Goal } from '../trial/toy-records.ts'

// A computer that was sent away is let in again under a new name; or another one reads what waited on it.

const ana = (device: string) => actorAs('ana', device, 'educator')
let district: DistrictStore
let now = 1_700_000_000_000

beforeEach(async () => {
  const db = new Database(':memory:')
  migrate(db, districtMigrations)
  district = await trialDistrict(sqliteSql(db))
})
afterEach(() => district.close())

function joined(device: string): TrialDevice {
  const made = trialDevice(ana(device))
  made.store.join(ana(device))
  return made
}

/** As the district takes a push in; it knows the names of all of Ana's computers. `isHeard`: the answer arrives. */
async function push({ store }: TrialDevice, isHeard = true): Promise<void> {
  const sent = store.nextPush(trialLimits, (now += 1_000))
  if (sent === undefined || !store.leave(sent)) return
  const reply = await receive(district, sent, {
    commands: trialCommands,
    actor: store.standing().actor,
    others: new Set(['a', 'b', 'c']),
    onBefore: keys => district.tellAgain(store.standing().actor.device, keys, now),
    now,
    onDefect: error => {
      throw error
    },
  })
  if (isHeard) store.notePushReply(reply, now)
}
const pull = ({ store }: TrialDevice) => pulled(store, district, (now += 1_000))
const synced = async (device: TrialDevice) => {
  await push(device)
  await pull(device)
}

function did({ store }: TrialDevice, name: string, input: object): string {
  const performed = store.perform(name, input, (now += 1_000))
  if (performed.did === 'refused') throw new Error(performed.refusal.code)
  return performed.key
}
const add = (device: TrialDevice, title: string) =>
  madeId(did(device, 'goal.add', { title }), 'goal')

const goalsIn = async ({ seen }: Pick<DistrictStore, 'seen'>) =>
  (await seen().list(Goal, {})).map(({ rec }) => `${rec.body.title}: ${rec.body.lines}`).toSorted()
const goalsOn = async ({ store }: TrialDevice) =>
  (await store.seen.list(Goal, {})).map(({ rec, sight }) => `${rec.body.title} ${sight}`)

/** Arrived but never heard of; then made and written on, unsent. */
async function withUnsent(): Promise<TrialDevice> {
  const device = joined('a')
  add(device, 'Heard')
  await synced(device)
  add(device, 'Arrived')
  await push(device, false)
  const goal = add(device, 'Unsent')
  did(device, 'goal.write', { goal, base: '', text: 'written on it' })
  return device
}
const all = ['Arrived: ', 'Heard: ', 'Unsent: written on it']

test('what waited goes under the new name, each once, also what had arrived and was not heard of', async () => {
  const device = await withUnsent()
  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  expect(device.store.standing()).toMatchObject({ actor: ana('b'), cursor: '' })
  await push(device)
  await pull(device)
  expect(await goalsIn(district)).toEqual(all)
  expect(device.store.outbox()).toEqual([])
  expect((await goalsOn(device)).toSorted()).toEqual([
    'Arrived record',
    'Heard record',
    'Unsent record',
  ])
})

test('what was acknowledged and not yet pulled is told again under the new name', async () => {
  const device = joined('a')
  add(device, 'Arrived')
  await push(device)
  expect(device.store.outbox()).toMatchObject([{ state: 'applied' }])
  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  await push(device)
  await pull(device)
  expect(device.store.outbox()).toEqual([])
  expect(await goalsIn(district)).toEqual(['Arrived: '])
})

test('to go on under the same name again changes nothing; as another person it is not done', async () => {
  const device = await withUnsent()
  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  await push(device)
  await pull(device)
  const { cursor } = device.store.standing()
  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  expect(device.store.standing().cursor).toBe(cursor)
  const other = actorAs('ben', 'c', 'educator')
  expect(() => device.store.rejoin({ actor: other, isNewLife: false })).toThrow('another person')
})

test('what is done after it counts on, under the new name', async () => {
  const device = await withUnsent()
  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  expect(did(device, 'goal.add', { title: 'Later' })).toMatch(/^b:/)
  await push(device)
  await pull(device)
  expect(await goalsIn(district)).toEqual([...all.slice(0, 2), 'Later: ', ...all.slice(2)])
})

test('what waited there is read back here: shown, sent, and decided once, whoever brings it first', async () => {
  const device = await withUnsent()
  const other = joined('c')
  await pull(other)
  const waiting = device.store.outbox()
  expect(other.store.readBack(waiting)).toMatchObject({ taken: 3, refused: 0, known: 0 })
  expect((await goalsOn(other)).toSorted()).toEqual([
    'Arrived shown',
    'Heard record',
    'Unsent shown',
  ])
  await push(other)
  await pull(other)
  expect(await goalsIn(district)).toEqual(all)
  expect(other.store.outbox()).toEqual([])
  expect(other.store.readBack(waiting)).toMatchObject({ taken: 0, known: 3 })

  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  await push(device)
  await pull(device)
  expect(await goalsIn(district)).toEqual(all)
  expect(device.store.outbox()).toEqual([])
})

test('what was refused there is shown here with its reason, and is not sent', async () => {
  const other = joined('c')
  const refusal = { code: 'not_here' as const, facts: { what: 'goal' } }
  const input = { goal: 'gone', base: '', text: 'words' }
  const waiting = { key: 'a:7:o0', name: 'goal.write', input, stamp: '', doneAt: 5, refusal }
  expect(other.store.readBack([waiting])).toMatchObject({ taken: 0, refused: 1 })
  expect(other.store.outbox()).toMatchObject([{ state: 'refused', refusal }])
  expect(other.store.nextPush(trialLimits, now)).toBeUndefined()
})

test('a name that is not among this person’s computers is answered for by nobody', async () => {
  const device = await withUnsent()
  device.store.rejoin({ actor: ana('b'), isNewLife: false })
  const sent = device.store.nextPush(trialLimits, now)
  if (sent === undefined) throw new Error('nothing to send')
  const reply = await receive(district, sent, {
    commands: trialCommands,
    actor: ana('b'),
    others: new Set(['c']),
    now,
    onDefect: error => {
      throw error
    },
  })
  for (const [, result] of reply.results)
    expect(result).toMatchObject({ status: 'refused', refusal: { code: 'bad_input' } })
})
