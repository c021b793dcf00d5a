import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import type { Timers } from '../../core/kit/timers.ts'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { migrate } from '../../db/open/migrate.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { bellsOf } from './bells.ts'

// What is to come later is done by hand, and what is asked of the database is counted.

const due: (() => void)[] = []
const timers: Timers = {
  passedMs: () => 0,
  after(_ms, work) {
    due.push(work)
    return () => void due.splice(due.indexOf(work), 1)
  },
  every: () => () => undefined,
}

const db = new Database(':memory:')
migrate(db, districtMigrations)
let asked = 0
const plain = sqliteSql(db)
const sql: Sql = {
  ...plain,
  snapshot(steps) {
    asked++
    return plain.snapshot(steps)
  },
}
afterEach(() => void due.splice(0))

const moved = (stream: string, head: number) => {
  db.prepare(
    'insert into stream (name, head) values (?, ?) on conflict do update set head = excluded.head',
  ).run(stream, head)
  return new Map([[stream, head]])
}
const waked = () => due.splice(0).forEach(work => work())
const hasSettled = async (promise: Promise<unknown>) => {
  let is = false
  void promise.then(() => (is = true))
  await new Promise(resolve => setImmediate(resolve))
  return is
}

test('who waits for a stream is woken when it moves, and nobody else', async () => {
  const bells = bellsOf(sql, timers)
  const [one, other] = [await bells.listen(['a', 'b']), await bells.listen(['c'])]
  const { signal } = new AbortController()
  const [heard, unheard] = [one.heard(1_000, signal), other.heard(1_000, signal)]
  // The timers of those who wait are not to come now.
  due.splice(0)
  bells.rung(moved('b', 1))
  waked()
  expect([await hasSettled(heard), await hasSettled(unheard)]).toEqual([true, false])
})

test('however many wait: what moves wakes without asking the database anything', async () => {
  const bells = bellsOf(sql, timers)
  for (let n = 0; n < 1_000; n++) await bells.listen([`user:${n}`])
  const listening = await bells.listen(['user:7'])
  const heard = listening.heard(1_000, new AbortController().signal)
  due.splice(0)
  asked = 0
  for (let head = 1; head <= 5; head++) bells.rung(moved('user:7', head))
  expect(due).toHaveLength(1)
  waked()
  expect(await hasSettled(heard)).toBe(true)
  expect(asked).toBe(0)
})

test('what moves while somebody begins to wait is not missed, and wakes nobody who knows of it', async () => {
  const bells = bellsOf(sql, timers)
  const begins = bells.listen(['d'])
  bells.rung(moved('d', 1))
  waked()
  const { signal } = new AbortController()
  expect(await hasSettled((await begins).heard(1_000, signal))).toBe(true)
  bells.rung(moved('d', 2))
  const later = await bellsOf(sql, timers).listen(['d'])
  const heard = later.heard(1_000, signal)
  due.splice(1)
  waked()
  expect(await hasSettled(heard)).toBe(false)
})
