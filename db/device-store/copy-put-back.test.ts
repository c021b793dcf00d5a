import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { districtMigrations } from '../district-store/migrations.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { madeId } from '../engine/made-id.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, pushed, trialDevice } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'
import { Goal } from '../trial/toy-records.ts'

// A folder of data is copied, used, and put back; or the copy is used on a second computer beside the first.

const ana = actorAs('ana', 'a', 'educator')
let district: DistrictStore
let now = 1_700_000_000_000

beforeEach(async () => {
  const db = new Database(':memory:')
  migrate(db, districtMigrations)
  district = await trialDistrict(sqliteSql(db))
})
afterEach(() => district.close())

const nobody = actorAs('nobody', 'none')
const copyOf = ({ db }: TrialDevice) => db.serialize()
const putBack = (copy: Buffer) => trialDevice(nobody, new Database(copy))

function joined(): TrialDevice {
  const device = trialDevice(ana)
  device.store.join(ana)
  return device
}

const push = ({ store }: TrialDevice) => pushed(store, district, (now += 1_000))
const pull = ({ store }: TrialDevice) => pulled(store, district, (now += 1_000))
const orders = { 'pulls first': [pull, push, pull], 'pushes first': [push, pull, push, pull] }

async function inOrder(device: TrialDevice, order: keyof typeof orders): Promise<void> {
  for (const step of orders[order]) await step(device)
}

function did({ store }: TrialDevice, name: string, input: object): string {
  const performed = store.perform(name, input, (now += 1_000))
  if (performed.did === 'refused') throw new Error(performed.refusal.code)
  return performed.key
}
const add = (device: TrialDevice, title: string) =>
  madeId(did(device, 'goal.add', { title }), 'goal')
const write = (device: TrialDevice, goal: string, base: string, text: string) =>
  did(device, 'goal.write', { goal, base, text })

const goalsIn = async ({ seen }: Pick<DistrictStore, 'seen'>) =>
  (await seen().list(Goal, {})).map(({ rec }) => rec.body)
const titlesInDistrict = async () => (await goalsIn(district)).map(({ title }) => title).toSorted()
const linesInDistrict = async () => (await goalsIn(district)).map(({ lines }) => lines)
const titlesOn = async ({ store }: TrialDevice) =>
  (await store.seen.list(Goal, {})).map(({ rec }) => rec.body.title).toSorted()

test.each(['pulls first', 'pushes first'] as const)(
  'what is done after a copy was put back is in the record, each once, and so is what was done before (%s)',
  async order => {
    const device = joined()
    add(device, 'Monday')
    await inOrder(device, 'pushes first')
    const monday = copyOf(device)
    for (const title of ['Tuesday 1', 'Tuesday 2', 'Tuesday 3']) add(device, title)
    await inOrder(device, 'pushes first')
    const again = putBack(monday)
    for (const title of ['Wednesday 1', 'Wednesday 2']) add(again, title)
    await inOrder(again, order)
    const all = ['Monday', 'Tuesday 1', 'Tuesday 2', 'Tuesday 3', 'Wednesday 1', 'Wednesday 2']
    expect(await titlesInDistrict()).toEqual(all)
    expect(await titlesOn(again)).toEqual(all)
    expect(again.store.outbox()).toEqual([])
  },
)

test.each(['pulls first', 'pushes first'] as const)(
  'what is written after a copy was put back stands beside what was written before (%s)',
  async order => {
    const device = joined()
    const goal = add(device, 'Ask more')
    write(device, goal, '', 'Monday')
    await inOrder(device, 'pushes first')
    const monday = copyOf(device)
    write(device, goal, 'Monday', 'Monday\nTuesday')
    await inOrder(device, 'pushes first')
    const again = putBack(monday)
    write(again, goal, 'Monday', 'Wednesday\nMonday')
    await inOrder(again, order)
    expect(await linesInDistrict()).toEqual(['Wednesday\nMonday\nTuesday'])
    expect(again.store.outbox()).toEqual([])
  },
)

test.each(['pulls first', 'pushes first'] as const)(
  'what was being typed when the copy was made and was typed on since comes once, with what is typed on the copy (%s)',
  async order => {
    const device = joined()
    const goal = add(device, 'Ask more')
    await inOrder(device, 'pushes first')
    write(device, goal, '', 'Monday')
    const monday = copyOf(device)
    // The same command, longer, before it goes.
    write(device, goal, 'Monday', 'Monday\nTuesday')
    await inOrder(device, 'pushes first')
    const again = putBack(monday)
    write(again, goal, 'Monday', 'Wednesday\nMonday')
    await inOrder(again, order)
    expect(await linesInDistrict()).toEqual(['Wednesday\nMonday\nTuesday'])
    expect(again.store.outbox()).toEqual([])
  },
)

test('two computers that go on from one folder lose nothing to each other', async () => {
  const one = joined()
  add(one, 'Shared')
  await inOrder(one, 'pushes first')
  const two = putBack(copyOf(one))
  for (const [n, device] of [one, two, one, two].entries()) {
    add(device, `Day ${n}`)
    await inOrder(device, 'pushes first')
  }
  await pull(one)
  const all = ['Day 0', 'Day 1', 'Day 2', 'Day 3', 'Shared']
  expect(await titlesInDistrict()).toEqual(all)
  expect(await titlesOn(one)).toEqual(all)
  expect(await titlesOn(two)).toEqual(all)
})

test.each(['pulls first', 'pushes first'] as const)(
  'computers that were copied while the program ran give one key twice; still both texts are in the record, each once (%s)',
  async order => {
    const device = joined()
    const goal = add(device, 'Ask more')
    await inOrder(device, 'pushes first')
    const [one, other] = [copyOf(device), copyOf(device)].map(copy =>
      trialDevice(nobody, new Database(copy), {}, 'asleep'),
    )
    if (!one || !other) throw new Error('no copies')
    const key = write(one, goal, '', 'From one')
    await inOrder(one, 'pushes first')
    expect(write(other, goal, '', 'From the other')).toBe(key)
    did(other, 'goal.title', { goal, title: 'Ask less' })
    await inOrder(other, order)
    for (const line of [/^From one$/gm, /^From the other$/gm])
      expect((await linesInDistrict()).join('\n').match(line)).toHaveLength(1)
    expect(await titlesInDistrict()).toEqual(['Ask less'])
    expect(other.store.outbox()).toEqual([])
  },
)
