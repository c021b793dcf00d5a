import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import type { Timers } from '../../core/kit/timers.ts'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { migrate } from '../../db/open/migrate.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { bellsOf } from './bells.ts'

// A time in which each look at the database takes as long as is said, and what is to come later is done by hand.

let nowMs = 0
const due: { readonly ms: number; readonly work: () => void }[] = []
const timers: Timers = {
  passedMs: () => nowMs,
  after(ms, work) {
    const one = { ms, work }
    due.push(one)
    return () => void due.splice(due.indexOf(one), 1)
  },
  every: () => () => undefined,
}

const db = new Database(':memory:')
migrate(db, districtMigrations)
const sql = sqliteSql(db)
afterEach(() => due.splice(0))

const lookTaking = (ms: number): Sql => ({
  ...sql,
  async snapshot(steps) {
    const made = await sql.snapshot(steps)
    nowMs += ms
    return made
  },
})
const fail = (error: unknown) => {
  throw error
}
const moved = (stream: string) =>
  db
    .prepare(
      'insert into stream (name, head) values (?, 1) on conflict do update set head = head + 1',
    )
    .run(stream)
const hasSettled = async (promise: Promise<unknown>) => {
  let is = false
  void promise.then(() => (is = true))
  await new Promise(resolve => setImmediate(resolve))
  return is
}

test('who waits for a stream is woken when it moves, and nobody else', async () => {
  const bells = bellsOf(sql, fail, timers)
  const [one, other] = [await bells.listen(['a', 'b']), await bells.listen(['c'])]
  const { signal } = new AbortController()
  const [heard, unheard] = [one.heard(1_000, signal), other.heard(1_000, signal)]
  moved('b')
  bells.rung()
  due.at(-1)?.work()
  expect([await hasSettled(heard), await hasSettled(unheard)]).toEqual([true, false])
})

test('where many wait and a look takes long, looks have pauses between them that grow with it', async () => {
  const bells = bellsOf(lookTaking(100), fail, timers)
  const listening = await bells.listen(['d'])
  bells.rung()
  bells.rung()
  expect(due.map(({ ms }) => ms)).toEqual([5])
  due.splice(0).forEach(({ work }) => work())
  await new Promise(resolve => setImmediate(resolve))
  bells.rung()
  expect(due.map(({ ms }) => ms)).toEqual([400])
  listening.end()
})
