import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { stampAheadMsMax } from '../../core/merge/clock.ts'
import { madeId } from '../engine/made-id.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { trialCommands, trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'
import { Goal } from '../trial/toy-records.ts'
import type { Mutation, Push } from '../wire.ts'
import { districtMigrations } from './migrations.ts'
import type { DistrictStore } from './open.ts'
import { receive } from './receive.ts'

// Row 47 of the threat table: a push is sent again, and a device lies about the time.

const now = 1_700_000_000_000
const ana = actorAs('ana', 'dev-a', 'educator')
const mallory = actorAs('mallory', 'dev-m', 'educator')
let district: DistrictStore

beforeEach(async () => {
  const db = new Database(':memory:')
  migrate(db, districtMigrations)
  district = await trialDistrict(sqliteSql(db))
})
afterEach(() => district.close())

const mutation = (
  key: string,
  name: string,
  input: Mutation['input'],
  stamp: string,
): Mutation => ({
  key,
  name,
  input,
  stamp,
  doneAt: now,
  after: [],
})
const send = (actor: typeof ana, push: Push, at = now) =>
  receive(district, push, {
    commands: trialCommands,
    actor,
    now: at,
    onDefect: error => {
      throw error
    },
  })
const pushOf = (...mutations: Mutation[]): Push => ({ device: 'dev-a', mutations })
const stamp = `${now}-0000-dev-a`
const add = mutation('dev-a:1', 'goal.add', { title: 'One' }, stamp)

test('a push sent again, whole, in part or much later, gets the stored results and does nothing', async () => {
  const first = await send(ana, pushOf(add))
  for (const at of [now, now + 1, now + 86_400_000 * 400])
    expect((await send(ana, pushOf(add, add), at)).results).toEqual([
      ...first.results,
      ...first.results,
    ])
  expect(await district.seen().list(Goal, {})).toHaveLength(1)
  expect(await district.follow('user:ana', 0, 10)).toHaveLength(1)
})

test('two copies at the same moment have one effect', async () => {
  const [one, two] = await Promise.all([send(ana, pushOf(add)), send(ana, pushOf(add))])
  expect(one.results).toEqual(two.results)
  expect(await district.follow('user:ana', 0, 10)).toHaveLength(1)
})

test("a key that was used can't carry other content, and nobody is told that it had come", async () => {
  await send(ana, pushOf(add))
  for (const other of [
    { ...add, input: { title: 'Other' } },
    { ...add, name: 'goal.drop' },
    { ...add, stamp: add.stamp.replace('-0000-', '-0001-') },
  ])
    expect((await send(ana, pushOf(other))).results).toEqual([['dev-a:1', { status: 'fork' }]])
  expect((await district.seen().list(Goal, {})).map(row => row.rec.body.title)).toEqual(['One'])
  expect(await district.follow('device:dev-a', 0, 10)).toHaveLength(1)
})

test('two that differ under one key, at the same moment: one of them has come, the other is told that it has not', async () => {
  const other = { ...add, input: { title: 'Other' } }
  const replies = await Promise.all([send(ana, pushOf(add)), send(ana, pushOf(other))])
  const statuses = replies.flatMap(({ results }) => results.map(([, result]) => result.status))
  expect(statuses.toSorted()).toEqual(['applied', 'fork'])
})

test('an edit as it was before it was typed on and sent has come with what it became', async () => {
  const typedOn = { ...add, stamp: add.stamp.replace('-0000-', '-0001-') }
  const { results } = await send(ana, pushOf(typedOn))
  expect((await send(ana, pushOf(add))).results).toEqual(results)
})

test('nobody answers under the key of another device, nor learns what came of it', async () => {
  await send(ana, pushOf(add))
  for (const key of ['dev-a:1', 'dev-a:2', 'dev-a', 'sign:b', 'dev-m']) {
    const { results } = await send(mallory, pushOf({ ...add, key }))
    expect(results).toMatchObject([[key, { status: 'refused', refusal: { code: 'bad_input' } }]])
  }
  expect((await send(ana, pushOf({ ...add, key: 'dev-a:2' }))).results).toMatchObject([
    ['dev-a:2', { status: 'applied' }],
  ])
})

test('a poisoned clock is pulled back, so that others can still edit', async () => {
  await send(ana, pushOf(add))
  const goal = madeId('dev-a:1', 'goal')
  const poison = mutation(
    'dev-a:2',
    'goal.title',
    { goal, title: 'For ever' },
    '9999999999999-ffff-zz',
  )
  await send(ana, pushOf(poison))
  const poisoned = await district.seen().get(Goal, goal)
  expect(poisoned?.rec.clocks['title']).toBe(`${now + stampAheadMsMax}-0000-dev-a`)
  const later = now + stampAheadMsMax + 1
  const other = mutation('dev-b:1', 'goal.title', { goal, title: 'Not so' }, `${later}-0000-dev-b`)
  await send(actorAs('ana', 'dev-b', 'educator'), pushOf(other), later)
  expect((await district.seen().get(Goal, goal))?.rec.body.title).toBe('Not so')
})

test('two edits of one fast clock are pulled back to the same instant, and the later one stands', async () => {
  await send(ana, pushOf(add))
  const goal = madeId('dev-a:1', 'goal')
  const fast = now + 300 * 86_400_000
  await send(
    ana,
    pushOf(
      mutation('dev-a:2', 'goal.title', { goal, title: 'First' }, `${fast}-0000-dev-a`),
      mutation('dev-a:3', 'goal.title', { goal, title: 'Second' }, `${fast}-0001-dev-a`),
      mutation('dev-a:4', 'goal.title', { goal, title: 'Third' }, `${now}-0000-dev-a`),
    ),
  )
  expect((await district.seen().get(Goal, goal))?.rec.body.title).toBe('Third')
})

test("a stamp that is no stamp, or another device's, becomes one of this device", async () => {
  await send(ana, pushOf(add))
  const goal = madeId('dev-a:1', 'goal')
  for (const [n, given] of ['', 'zzzz', '~', `${now}-0000-dev-b`].entries()) {
    await send(
      ana,
      pushOf(mutation(`dev-a:${n + 2}`, 'goal.title', { goal, title: `t${n}` }, given)),
    )
    const clock = (await district.seen().get(Goal, goal))?.rec.clocks['title']
    expect(clock).toMatch(new RegExp(`^${now}-[0-9a-f]{4}-dev-a$`))
  }
})

test('a command that breaks holds nothing else up, and is not remembered as done', async () => {
  const broken = { ...add, key: 'dev-a:2', name: 'breaks' }
  const reception = {
    commands: new Map([
      ...trialCommands,
      [
        'breaks',
        {
          name: 'breaks',
          where: 'both' as const,
          input: z.unknown(),
          needs: () => {
            throw new Error('defect')
          },
          right: () => true,
          decide: () => ({ changes: [] }),
        },
      ],
    ]),
    actor: ana,
    now,
  }
  const defects: unknown[] = []
  const reply = await receive(district, pushOf(broken, add), {
    ...reception,
    onDefect: error => defects.push(error),
  })
  expect(defects).toHaveLength(1)
  expect(reply.results).toMatchObject([
    ['dev-a:2', { status: 'wait', on: 'busy' }],
    ['dev-a:1', { status: 'applied' }],
  ])
})

test('an unknown command is refused for good', async () => {
  const unknown = { ...add, name: 'goal.explode' }
  const { results } = await send(ana, pushOf(unknown))
  expect(results).toMatchObject([['dev-a:1', { refusal: { code: 'unknown_command' } }]])
  expect((await send(ana, pushOf(unknown))).results).toEqual(results)
})
