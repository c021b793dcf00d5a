import Database from 'better-sqlite3'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { recordType } from '../../core/kit/record-type.ts'
import { deviceMigrations } from '../device-store/migrations.ts'
import type { DeviceStore } from '../device-store/open.ts'
import { openDevice } from '../device-store/open.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { openDistrict } from '../district-store/open.ts'
import { migrate } from '../open/migrate.ts'
import type { Sql } from '../sql/steps.ts'
import { pulled } from './device.ts'
import { trialSalt, trialSecret } from './district.ts'
import { trialEngines } from './engines.ts'
import { goalOf3, NewerGoal, newerTypes, put, Song, songOf1 } from './newer-records.ts'
import { actorAs } from './people.ts'
import { toyCommands } from './toy-commands.ts'
import { toyTypes } from './toy-records.ts'

// A district that is older than its computers, and one three releases ahead of a computer.

const ana = actorAs('ana', 'a', 'educator')
const t0 = 1_700_000_000_000

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

const Poem = recordType({
  kind: 'poem',
  schema: z.object({ owner: z.string(), line: z.string() }),
  version: 1,
  seats: (_id, body) => [{ stream: `user:${body.owner}`, view: 'own' }],
})
const Dance = recordType({
  kind: 'dance',
  schema: z.object({ owner: z.string(), step: z.string() }),
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'own' },
    { stream: 'coaches', view: 'reader' },
  ],
})
/** What the program knows, release after release; the last has given songs up. */
const releases: readonly (readonly AnyRecordType[])[] = [
  toyTypes,
  newerTypes,
  [...newerTypes, Poem],
  [...newerTypes.filter(({ kind }) => kind !== 'song'), Poem, Dance],
]
const typesOf = (release: number): readonly AnyRecordType[] => releases[release] ?? []

const nothingWrong = { mendedCount: 0, differingCount: 0, heldCount: 0 }

describe.each(engines)('of different age, on $name', engine => {
  const opened: { close(): unknown }[] = []
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })

  const districtOf = async (sql: Sql, release: number) => {
    const options = {
      build: `release ${release}`,
      cursorSecret: trialSecret,
      salt: () => trialSalt,
    }
    const store = await openDistrict(sql, { types: typesOf(release), ...options })
    while (await store.recount(t0));
    return store
  }
  const computerOf = (release: number, device = 'a', onto?: Database.Database) => {
    const db = onto ?? new Database(':memory:')
    migrate(db, deviceMigrations)
    const actor = { ...ana, device }
    const store = openDevice(db, {
      ...{ types: typesOf(release), commands: toyCommands, build: `${release}`, opening: 'n' },
      first: actor,
      searchText: () => undefined,
      onDefect: error => {
        throw error
      },
    })
    if (onto === undefined) store.join(actor)
    opened.push(store)
    return { store, db }
  }
  const pulledTwice = async (device: DeviceStore, district: DistrictStore) => {
    for (const _ of [1, 2]) await pulled(device, district, t0)
  }
  const kindsIn = (db: Database.Database) =>
    db
      .prepare("select distinct substr(key, 1, instr(key, '/') - 1) as kind from mirror order by 1")
      .all()
      .map(row => Object(row)['kind'])

  test('a computer three releases behind its district keeps all it is told, differs in nothing, and reads it once it is raised', async () => {
    const sql = await engine.fresh()
    const middle = await districtOf(sql, 2)
    await put(middle, 'song', 's', 1, songOf1)
    await put(middle, 'goal', 'g', 3, goalOf3)
    const { store: old, db } = computerOf(0)
    await pulledTwice(old, middle)
    const newest = await districtOf(sql, 3)
    opened.push(newest)
    await put(newest, 'poem', 'p', 1, { owner: 'ana', line: 'la' })
    await put(newest, 'dance', 'd', 1, { owner: 'ana', step: 'left' })
    await pulledTwice(old, newest)
    expect(kindsIn(db)).toEqual(['dance', 'goal', 'poem', 'song'])
    expect(old.copyChecked()).toEqual(nothingWrong)
    expect(old.standing().anew).toEqual([])
    const { store: raised } = computerOf(3, 'a', db)
    await pulledTwice(raised, newest)
    expect((await raised.seen.get(Dance, 'd'))?.rec.body).toMatchObject({ step: 'left' })
    expect((await raised.seen.get(NewerGoal, 'g'))?.rec.body).toMatchObject({ mood: 'glad' })
    expect(raised.copyChecked()).toEqual(nothingWrong)
  })

  test('a district older than its computers: what it does not know nobody is missing, nobody loses it, and all have it once it is raised', async () => {
    const sql = await engine.fresh()
    const newer = await districtOf(sql, 1)
    await put(newer, 'song', 's', 1, songOf1)
    await put(newer, 'goal', 'g', 3, goalOf3)
    const has = computerOf(1, 'a')
    await pulledTwice(has.store, newer)

    const older = await districtOf(sql, 0)
    const lacks = computerOf(1, 'b')
    for (const { store } of [has, lacks]) await pulledTwice(store, older)
    expect([kindsIn(has.db), kindsIn(lacks.db)]).toEqual([['goal', 'song'], ['goal']])
    for (const { store } of [has, lacks]) {
      expect(store.copyChecked()).toEqual(nothingWrong)
      expect(store.standing().anew).toEqual([])
    }
    // A stream that comes anew, and then all of it, take nothing away of what the district can't tell.
    has.db.prepare("delete from mirror where key = 'goal/g'").run()
    await pulledTwice(has.store, older)
    expect(has.store.copyChecked()).toMatchObject({ mendedCount: 1, differingCount: 0 })
    has.store.takePage({ from: has.store.standing().cursor, resync: 'cursor', now: t0 }, t0)
    await pulledTwice(has.store, older)
    expect((await has.store.seen.get(Song, 's'))?.rec.body).toEqual(songOf1)

    const raised = await districtOf(sql, 1)
    opened.push(raised)
    for (const { store } of [has, lacks]) await pulledTwice(store, raised)
    for (const { store, db } of [has, lacks]) {
      expect(kindsIn(db)).toEqual(['goal', 'song'])
      expect(store.copyChecked().differingCount).toBe(0)
    }
    // It was never wrong: nothing is told to the person.
    expect(lacks.store.copyChecked()).toEqual(nothingWrong)
  })

  test('to a program that does not know of it, sums leave nothing out', async () => {
    const sql = await engine.fresh()
    await put(await districtOf(sql, 1), 'song', 's', 1, songOf1)
    const older = await districtOf(sql, 0)
    opened.push(older)
    const ask = {
      person: 'ana',
      device: 'a',
      streams: ['user:ana'],
      cursor: '',
      limitRows: 9,
      now: t0,
    }
    const all = await older.page({ ...ask, knowsAnew: true })
    expect(all).toMatchObject({ sums: { 'user:ana': [1, expect.any(Number)] } })
    expect(all).not.toHaveProperty('without')
    const both = await older.page({ ...ask, knowsAnew: true, knowsWithout: true })
    expect(both).toMatchObject({ sums: { 'user:ana': [0, 0] }, without: ['song'] })
  })
})
