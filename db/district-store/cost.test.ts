import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../core/kit/command.ts'
import { madeId } from '../engine/made-id.ts'
import type { Sql, Statement } from '../sql/steps.ts'
import { act, trialCommands, trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs } from '../trial/people.ts'
import { readWhole, watched } from '../trial/watched.ts'
import type { Mutation } from '../wire.ts'
import type { DistrictStore } from './open.ts'
import { headsOf } from './page.ts'
import { receive } from './receive.ts'

// What a push, a pull and a commit cost hangs on what changed, and not on what exists.

const engines = trialEngines()
afterAll(() => {
  for (const engine of engines) engine.stop()
})
const now = 1_700_000_000_000
const ana = actorAs('ana', 'dev-a', 'educator')

let n = 0
const mutationOf = (actor: Actor, name: string, input: Mutation['input']): Mutation => ({
  key: `${actor.device}:${++n}`,
  name,
  input,
  stamp: `${now + n}-0000-${actor.device}`,
  doneAt: now,
  after: [],
})
const pushed = async (store: DistrictStore, actor: Actor, mutations: readonly Mutation[]) => {
  const { results } = await receive(
    store,
    { device: actor.device, mutations },
    {
      commands: trialCommands,
      actor,
      now,
      onDefect: error => {
        throw error
      },
    },
  )
  for (const [, { status }] of results) expect(status).toBe('applied')
  return results.map(([key]) => key)
}
const pulled = (store: DistrictStore, actor: Actor, cursor: string) =>
  store.page({
    person: actor.person,
    device: actor.device,
    streams: [`user:${actor.person}`],
    cursor,
    limitRows: 1_000,
    now,
  })

/** A district with some goals of hers. */
async function lived(sql: Sql, goals: number) {
  const store = await trialDistrict(sql)
  const added: string[] = []
  for (let at = 0; at < goals; at += 100) {
    const keys = await pushed(
      store,
      ana,
      Array.from({ length: 100 }, (_, each) =>
        mutationOf(ana, 'goal.add', { title: `Goal ${at + each}` }),
      ),
    )
    added.push(...keys.map(key => madeId(key, 'goal')))
  }
  while ((await store.audit.link(1_000)) > 0);
  return { store, goals: added }
}

describe.each(engines)('what is asked of $name', engine => {
  const opened: Sql[] = []
  const fresh = async (): Promise<Sql> => {
    const sql = await engine.fresh()
    opened.push(sql)
    return sql
  }
  afterAll(async () => {
    for (const sql of opened) await sql.close()
  })
  const edits = (goals: readonly string[]) =>
    goals.map(goal => mutationOf(ana, 'goal.title', { goal, title: 'Another' }))

  test('a push of two hundred commands is some dozen statements, whatever is there already', async () => {
    const asked: Statement[] = []
    const counts: number[] = []
    for (const size of [200, 1_000]) {
      const { store, goals } = await lived(watched(await fresh(), asked), size)
      asked.length = 0
      await pushed(store, ana, edits(goals.slice(0, 200)))
      counts.push(asked.length)
    }
    expect(counts[1]).toBe(counts[0])
    expect(counts[0]).toBeLessThan(50)
  })

  test('giving two hundred audit entries their places is some dozen statements', async () => {
    const asked: Statement[] = []
    const { store, goals } = await lived(watched(await fresh(), asked), 200)
    await pushed(store, ana, edits(goals))
    asked.length = 0
    expect(await store.audit.link(1_000)).toBe(200)
    expect(asked.length).toBeLessThan(12)
  })

  test('no statement of pull, push and commit reads a whole table', async () => {
    const asked: Statement[] = []
    const sql = await fresh()
    const { store, goals } = await lived(watched(sql, asked), 300)
    const first = await pulled(store, ana, '')
    const [goal = ''] = goals
    asked.length = 0
    await pushed(store, ana, edits(goals.slice(0, 3)))
    // Shown to others, and taken away again: streams are come to and left.
    for (const isShared of [true, false])
      await pushed(store, ana, [mutationOf(ana, 'goal.share', { goal, isShared })])
    await act(store, 'goal.title', {
      ...{ key: 'dev-a:alone', actor: ana, doneAt: now, now, stamp: `${now}-0000-dev-a` },
      input: { goal, title: 'By itself' },
    })
    await store.tellAgain('dev-b', ['dev-a:alone'], now)
    const next = await pulled(store, ana, 'next' in first ? first.next : '')
    expect('ops' in next && next.ops.length).toBe(3)
    await store.audit.link(1_000)
    await store.audit.hashAt(3)
    await watched(sql, asked).snapshot(() => headsOf(['user:ana'], sql.dialect))
    const statements = new Map(asked.map(statement => [statement.sql, statement]))
    expect(statements.size).toBeGreaterThan(15)
    for (const statement of statements.values())
      expect([statement.sql, ...(await readWhole(sql, statement))]).toEqual([statement.sql])
    const wrong = { sql: 'select key from record where body = ?', values: [''] }
    expect(await readWhole(sql, wrong)).toEqual(['record'])
  })
})
