import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { recordType } from '../../core/kit/record-type.ts'
import { deviceMigrations } from '../device-store/migrations.ts'
import { openDevice } from '../device-store/open.ts'
import { districtMigrations } from '../district-store/migrations.ts'
import { openDistrict } from '../district-store/open.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { migrate } from '../open/migrate.ts'
import type { Migration } from '../open/migration.ts'
import { int, text } from '../sql/row.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import type { Sql, SqlRow } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { pulled, pushed, trialDevice } from './device.ts'
import { act, trialDistrict, trialSalt, trialSecret } from './district.ts'
import { trialEngines } from './engines.ts'
import { actorAs, callOf } from './people.ts'
import { toyCommands } from './toy-commands.ts'
import { goalOf3, NewerGoal, newerTypes, put, Song, songOf1 } from './newer-records.ts'
import { Goal, toyTypes } from './toy-records.ts'

// Databases of every earlier shape, and records of a program before and after this one (sync.md §3.5).

const ana = actorAs('ana', 'a', 'educator')
const t0 = 1_700_000_000_000

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

/** A goal as version 1 wrote it: without marks. */
const goalOf1 = (title: string) =>
  JSON.stringify({ owner: 'ana', title, lines: '', isShared: false, ofAnother: 'kept' })

/** The numbers of migrations before the newest. */
const earlier = (migrations: readonly Migration[]) => migrations.slice(0, -1).map(m => m.number)

/** Until shape 4 the log kept every place that a record ever had. */
const placesBefore4 = [
  ['user:ana', 1, 'goal/one'],
  ['user:ana', 2, 'goal/two'],
  ['user:ana', 3, 'goal/three'],
  ['user:ana', 4, 'goal/one'],
  ['user:ana', 5, 'goal/gone'],
  ['user:ana', 6, 'goal/two'],
  ['device:a', 1, 'result/a:1:o'],
] as const
const placesSince4 = placesBefore4.slice(2)

/** What a district of that shape held. Written as those programs wrote it: nothing of today's is called. */
const districtRows = (shape: number): readonly string[] => [
  ...['one', 'two', 'three'].map(
    id =>
      `insert into record (key, kind, v, rev, body, clocks) values ('goal/${id}', 'goal', 1, 2, '${goalOf1(id)}', '{}')`,
  ),
  ...['one', 'two', 'three'].map(
    id => `insert into member (key, stream, view) values ('goal/${id}', 'user:ana', 'own')`,
  ),
  "insert into stream (name, head) values ('user:ana', 6)",
  "insert into stream (name, head) values ('device:a', 1)",
  ...(shape >= 4 ? placesSince4 : placesBefore4).map(
    ([stream, seq, key]) =>
      `insert into change (stream, seq, key${shape >= 4 ? ', at' : ''})
         values ('${stream}', ${seq}, '${key}'${shape >= 4 ? `, ${t0}` : ''})`,
  ),
  `insert into result (key, result) values ('a:1:o', '{"status":"applied","at":1}')`,
  `insert into audit (at, command_key, command, person, device, outcome, records)
     values (${t0}, 'a:1:o', 'goal.add', 'ana', 'a', 'applied', '[]')`,
  "insert into blob (sha, owner, size_bytes, media_type, verified_at) values ('ab', 'ana', 7, 'a/b', 1)",
  "insert into meta (name, value) values ('epoch', '5')",
  ...(shape >= 3 ? ["insert into audit_salt (n, salt) values (1, 'ff')"] : []),
]

async function districtOfShape(sql: Sql, shape: number): Promise<void> {
  for (const statement of districtRows(shape))
    await sql.write(
      () => query(statement),
      () => true,
    )
}

/** `when` keeps PostgreSQL from using the plan of before the change. */
const rowsIn = async (
  sql: Sql,
  table: string,
  when: 'before' | 'after',
): Promise<readonly SqlRow[]> => sql.snapshot(() => query(`select * from ${table} as t_${when}`))

describe.each(engines)('on $name', engine => {
  test.each(earlier(districtMigrations))(
    'a district of shape %i comes to today’s with every row it had, and goes on',
    async shape => {
      const sql = await engine.fresh(districtMigrations.slice(0, shape))
      await districtOfShape(sql, shape)
      const kept = ['record', 'member', 'result', 'audit', 'blob', 'meta']
      const before = await Promise.all(kept.map(table => rowsIn(sql, table, 'before')))
      await engine.migrate(sql, districtMigrations)
      for (const [at, table] of kept.entries()) {
        const rows = await rowsIn(sql, table, 'after')
        expect([table, rows]).toMatchObject([table, before[at] ?? []])
        expect(rows).toHaveLength(before[at]?.length ?? 0)
      }
      // Of each record the last of its places, with its number.
      const places = await sql.snapshot(() =>
        query("select key, seq from change where stream = 'user:ana' order by seq"),
      )
      expect(places.map(row => [text(row, 'key'), int(row, 'seq')])).toEqual([
        ['goal/three', 3],
        ['goal/one', 4],
        ['goal/gone', 5],
        ['goal/two', 6],
      ])
      const store = await trialDistrict(sql)
      expect(store.epoch()).toBe(5)
      while (await store.recount(t0));
      const { store: device } = trialDevice(ana)
      device.join(ana)
      await pulled(device, store, t0)
      const seen = await device.seen.list(Goal, {})
      expect(seen.map(({ rec }) => rec.body)).toMatchObject(
        ['one', 'three', 'two'].map(title => ({ title, marks: {} })),
      )
      expect(device.standing().anew).toEqual([])
      const call = callOf(ana, { goal: 'one', title: 'Changed since' })
      expect(await act(store, 'goal.title', call)).toMatchObject({ status: 'applied' })
      await pulled(device, store, t0 + 1)
      expect((await device.seen.get(Goal, 'one'))?.rec.body).toMatchObject({
        title: 'Changed since',
        ofAnother: 'kept',
      })
      expect(device.copyChecked().mendedCount).toBe(0)
      device.close()
      await store.close()
    },
  )

  test('a step that would lose rows of which it does not say so is not taken', async () => {
    const sql = await engine.fresh()
    await districtOfShape(sql, districtMigrations.length)
    const number = districtMigrations.length + 1
    const losing = { number, statements: () => ["delete from member where key = 'goal/two'"] }
    await expect(engine.migrate(sql, [...districtMigrations, losing])).rejects.toThrow(
      'leaves 2 of 3 rows of member',
    )
    expect(await rowsIn(sql, 'member', 'after')).toHaveLength(3)
    const saying = { ...losing, changesRowsOf: ['member'] }
    await engine.migrate(sql, [...districtMigrations, saying])
    expect(await rowsIn(sql, 'member', 'after')).toHaveLength(2)
    await sql.close()
  })
})

/** What a computer of that shape held: two goals, of which one is edited and not sent. */
function deviceOfShape(shape: number): Database.Database {
  const db = new Database(':memory:')
  migrate(db, deviceMigrations.slice(0, shape))
  const standing = {
    ...{ actor: ana, joined: true, cursor: '', midPull: false, generation: 1, resyncing: false },
    ...{ resyncConfirmed: false, clock: '', skewMs: 0, n: 7 },
  }
  db.prepare("insert into meta (name, value) values ('standing', ?)").run(JSON.stringify(standing))
  const row = db.prepare(
    `insert into mirror (stream, key, v, rev, body, clocks, generation) values ('user:ana', ?, 1, 2, ?, '{}', 1)`,
  )
  for (const id of ['one', 'two']) row.run(`goal/${id}`, goalOf1(id))
  db.exec(
    `insert into outbox (n, key, name, input, stamp, done_at, state, sight)
       values (7, 'a:7:o', 'goal.title', '{"goal":"one","title":"Not sent"}', '${t0}-0000-a', ${t0}, 'queued', 'shown');
     insert into touch (n, key, wrote) values (7, 'goal/one', 1);
     insert into archive (n, key, name, input, stamp, done_at, touches)
       values (3, 'a:3:o', 'goal.title', '{"goal":"two","title":"two"}', '${t0}-0000-a', ${t0}, '[]')`,
  )
  return db
}

test.each(earlier(deviceMigrations))(
  'a computer of shape %i comes to today’s with every row it had, and sends what it had not sent',
  async shape => {
    const db = deviceOfShape(shape)
    const tables = ['mirror', 'outbox', 'touch', 'archive', 'meta']
    const rows = (): readonly unknown[][] =>
      tables.map(table => db.prepare(`select * from ${table}`).all())
    const before = rows()
    migrate(db, deviceMigrations)
    for (const [at, now] of rows().entries()) {
      expect(now).toMatchObject(before[at] ?? [])
      expect(now).toHaveLength(before[at]?.length ?? 0)
    }
    const { store: device } = trialDevice(ana, db)
    expect(device.outbox()).toMatchObject([{ key: 'a:7:o', state: 'queued' }])
    expect((await device.seen.get(Goal, 'two'))?.rec.body).toMatchObject({
      title: 'two',
      marks: {},
    })
    const there = new Database(':memory:')
    migrate(there, districtMigrations.slice(0, 3))
    const sql = sqliteSql(there)
    await districtOfShape(sql, 3)
    migrate(there, districtMigrations)
    const district = await trialDistrict(sql)
    while (await district.recount(t0));
    await pulled(device, district, t0)
    await pushed(device, district, t0)
    await pulled(device, district, t0)
    expect(device.outbox()).toEqual([])
    const titles = (await device.seen.list(Goal, {})).map(({ rec }) => rec.body.title)
    expect(titles.toSorted()).toEqual(['Not sent', 'three', 'two'])
    expect(device.copyChecked()).toEqual({ mendedCount: 0, differingCount: 0, heldCount: 0 })
    await district.close()
    device.close()
  },
)

// A district that is one version ahead of the computer: a new kind, a new field, and a goal in another shape.

async function newerDistrict(): Promise<DistrictStore> {
  const there = new Database(':memory:')
  migrate(there, districtMigrations)
  const options = { types: newerTypes, build: 'newer', cursorSecret: trialSecret }
  return openDistrict(sqliteSql(there), { ...options, salt: () => trialSalt })
}

test('a kind of a newer district is kept aside, counts in the sums, and is read after the update', async () => {
  const store = await newerDistrict()
  await put(store, 'song', 's', 1, songOf1)
  const { store: device, db } = trialDevice(ana)
  device.join(ana)
  await pulled(device, store, t0)
  await pulled(device, store, t0)
  expect(device.copyChecked()).toEqual({ mendedCount: 0, differingCount: 0, heldCount: 0 })
  const updated = openDevice(db, {
    ...{ types: newerTypes, commands: toyCommands, build: 'newer', opening: 'n', first: ana },
    searchText: () => undefined,
    onDefect: error => {
      throw error
    },
  })
  expect(
    (await updated.seen.list(Song, { where: { verse: 'la' } })).map(({ rec }) => rec.body),
  ).toEqual([songOf1])
  updated.close()
  await store.close()
})

test('a field that an old computer does not know lives through its edit of another one', async () => {
  const store = await newerDistrict()
  await put(store, 'goal', 'g', 3, goalOf3)
  const { store: device } = trialDevice(ana)
  device.join(ana)
  await pulled(device, store, t0)
  device.perform('goal.title', { goal: 'g', title: 'By the old one' }, t0)
  expect((await device.seen.get(Goal, 'g'))?.rec.body).toMatchObject({
    title: 'By the old one',
    mood: 'glad',
  })
  await pushed(device, store, t0)
  await pulled(device, store, t0)
  expect((await store.seen().get(NewerGoal, 'g'))?.rec.body).toEqual({
    ...goalOf3,
    title: 'By the old one',
  })
  expect(device.outbox()).toEqual([])
  device.close()
  await store.close()
})

test('a record in a shape that a computer can’t read is kept and not shown; the page is taken, and it is read after the update', async () => {
  const sung = recordType({
    kind: 'goal',
    schema: z.object({ owner: z.string(), sung: z.string() }),
    version: 4,
    seats: () => [{ stream: 'user:ana', view: 'own' }],
  })
  const there = new Database(':memory:')
  migrate(there, districtMigrations)
  const types = [...toyTypes.filter(({ kind }) => kind !== 'goal'), sung]
  const options = { build: 'newest', cursorSecret: trialSecret, salt: () => trialSalt }
  const newest = await openDistrict(sqliteSql(there), { types, ...options })
  await put(newest, 'goal', 'g', 4, { owner: 'ana', sung: 'la la' })
  await put(newest, 'badge', 'b', 1, { owner: 'ana', claim: 'c' })
  const { store: device, db } = trialDevice(ana)
  device.join(ana)
  await pulled(device, newest, t0)
  expect(await device.seen.list(Goal, {})).toEqual([])
  expect(await device.seen.get(Goal, 'g')).toBeUndefined()
  // What is done about it is left to the district.
  expect(device.perform('goal.title', { goal: 'g', title: 'x' }, t0)).toMatchObject({
    did: 'queued',
  })
  expect(device.copyChecked().differingCount).toBe(0)
  const updated = openDevice(db, {
    ...{ types, commands: [], build: 'newest', opening: 'n', first: ana },
    searchText: () => undefined,
    onDefect: () => undefined,
  })
  expect((await updated.seen.get(sung, 'g'))?.rec.body).toEqual({ owner: 'ana', sung: 'la la' })
  updated.close()
  await newest.close()
})
