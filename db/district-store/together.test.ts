import { afterAll, describe, expect, test } from 'vitest'
import type { Actor, AnyCommand } from '../../core/kit/command.ts'
import { create, patch } from '../../core/kit/change.ts'
import { command } from '../../core/kit/command.ts'
import { each } from '../../core/kit/loads.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { z } from 'zod'
import { madeId } from '../engine/made-id.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { trialCommands, trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs } from '../trial/people.ts'
import { Claim, Goal } from '../trial/toy-records.ts'
import type { Mutation } from '../wire.ts'
import type { DistrictStore } from './open.ts'
import { receive } from './receive.ts'

// The commands of a push are decided in one transaction, and pushes that come together share one.

const engines = trialEngines()
afterAll(() => {
  for (const engine of engines) engine.stop()
})
const now = 1_700_000_000_000

/** Writes what no goal may be: found when it is written. */
const writesNonsense = command({
  name: 'nonsense',
  where: 'both',
  input: z.object({}),
  needs: q => q.none(),
  right: () => true,
  decide: (_s, _i, context) => ({
    changes: [
      create(Goal, context.id('goal'), {
        ...{ owner: 'ana', title: 't', lines: '', isShared: true },
        marks: { a: Number.NaN },
      }),
    ],
  }),
})
/** Gives claims other serials, which no two may have. */
const renames = command({
  name: 'rename',
  where: 'both',
  input: z.object({ claims: z.array(z.string()), serials: z.array(z.string()) }),
  needs: q => q.first(i => ({ claims: each(Claim, i.claims) })),
  right: () => true,
  decide: (s, i) => ({
    changes: s.claims.map((claim, at) => patch(claim, { serial: i.serials[at] })),
  }),
})
const commands = new Map<string, AnyCommand>([
  ...trialCommands,
  ['nonsense', writesNonsense],
  ['rename', renames],
])

const mutationOf = (actor: Actor, n: number, name: string, input: Mutation['input']): Mutation => ({
  key: `${actor.device}:${n}`,
  name,
  input,
  stamp: `${now + n}-0000-${actor.device}`,
  doneAt: now,
  after: [],
})
const send = (
  store: DistrictStore,
  actor: Actor,
  mutations: readonly Mutation[],
  onDefect: (error: unknown) => void = error => {
    throw error
  },
) => receive(store, { device: actor.device, mutations }, { commands, actor, now, onDefect })

describe.each(engines)('together on $name', engine => {
  const opened: Sql[] = []
  const fresh = async (): Promise<Sql> => {
    const sql = await engine.fresh()
    opened.push(sql)
    return sql
  }
  afterAll(async () => {
    for (const sql of opened) await sql.close()
  })

  test('pushes of many computers at the same moment: all are done once, in their order, and no stream has a gap', async () => {
    const store = await trialDistrict(await fresh())
    const people = Array.from({ length: 6 }, (_, n) => actorAs(`p${n}`, `dev-${n}`, 'educator'))
    const pushOf = (actor: Actor) => {
      const goal = madeId(`${actor.device}:1`, 'goal')
      return [
        mutationOf(actor, 1, 'goal.add', { title: 'One' }),
        mutationOf(actor, 2, 'goal.share', { goal, isShared: true }),
        mutationOf(actor, 3, 'goal.title', { goal, title: 'Two' }),
        mutationOf(actor, 4, 'goal.title', { goal, title: 'Three' }),
      ]
    }
    // Some of them twice: an answer was lost.
    const replies = await Promise.all(
      [...people, ...people.slice(0, 3)].map(actor => send(store, actor, pushOf(actor))),
    )
    for (const { results } of replies)
      expect(results.map(([, { status }]) => status)).toEqual(Array(4).fill('applied'))
    const goals = await store.seen().list(Goal, {})
    expect(goals.map(({ rec }) => [rec.body.title, rec.rev])).toEqual(
      people.map(() => ['Three', 4]),
    )
    const told = await store.follow('coaches', 0, 1_000)
    // Each record at its last number: nothing was counted twice or left out.
    expect(told.map(({ key }) => key)).toHaveLength(people.length)
    expect(told.map(({ seq }) => seq)).toEqual(
      told.map(({ seq }) => seq).toSorted((one, other) => one - other),
    )
    expect(told.at(-1)?.seq).toBe(people.length * 3)
    expect(await store.audit.link(1_000)).toBe(people.length * 4)
  })

  test('two records swap their names in one command, and a name that one gave back goes to the next, in one transaction', async () => {
    const sql = await fresh()
    const store = await trialDistrict(sql)
    const ana = actorAs('ana', 'dev-a', 'educator')
    const claims = [1, 2, 3].map(n => madeId(`dev-a:${n}`, 'claim'))
    const [one = '', two = ''] = claims
    const statuses = (reply: Awaited<ReturnType<typeof send>>) =>
      reply.results.map(([, { status }]) => status)
    let alone = 0
    const counting = { ...store, commit: () => Promise.reject(new Error(String(++alone))) }
    const push = [
      mutationOf(ana, 1, 'claim.start', { serial: 'one', files: [] }),
      mutationOf(ana, 2, 'claim.start', { serial: 'two', files: [] }),
      mutationOf(ana, 4, 'rename', { claims: [one, two], serials: ['two', 'one'] }),
      mutationOf(ana, 5, 'rename', { claims: [one], serials: ['other'] }),
      mutationOf(ana, 3, 'claim.start', { serial: 'two', files: [] }),
    ]
    expect(statuses(await send(counting, ana, push))).toEqual(Array(5).fill('applied'))
    expect(alone).toBe(0)
    const { records } = await store.read({
      ...{ keys: claims.map(id => keyOf('claim', id)), names: [], blobs: [], owner: undefined },
    })
    expect([...records.values()].map(({ body }) => String(body['serial'])).toSorted()).toEqual([
      'one',
      'other',
      'two',
    ])
    const rows = await sql.snapshot(() => query('select name, key from name order by name'))
    expect(rows.map(row => [row['name'], row['key']])).toEqual([
      ['serial one', keyOf('claim', two)],
      ['serial other', keyOf('claim', one)],
      ['serial two', keyOf('claim', claims[2] ?? '')],
    ])
  })

  test('one that breaks while it is written takes nothing of the others with it, nor of another computer’s', async () => {
    const store = await trialDistrict(await fresh())
    const [ana, ben] = [actorAs('ana', 'dev-a', 'educator'), actorAs('ben', 'dev-b', 'educator')]
    const defects: unknown[] = []
    const [broken, whole] = await Promise.all([
      send(
        store,
        ana,
        [
          mutationOf(ana, 1, 'goal.add', { title: 'One' }),
          mutationOf(ana, 2, 'nonsense', {}),
          mutationOf(ana, 3, 'goal.add', { title: 'Three' }),
        ],
        error => defects.push(error),
      ),
      send(store, ben, [mutationOf(ben, 1, 'goal.add', { title: 'Of Ben' })]),
    ])
    expect(broken.results).toMatchObject([
      ['dev-a:1', { status: 'applied', at: 1 }],
      ['dev-a:2', { status: 'wait', on: 'busy' }],
      ['dev-a:3', { status: 'applied', at: 2 }],
    ])
    expect(whole.results).toMatchObject([['dev-b:1', { status: 'applied', at: 1 }]])
    expect(defects).toHaveLength(1)
    expect(await store.seen().list(Goal, {})).toHaveLength(3)
  })

  test('one that is deeper than can be written down waits by itself, and keeps back neither the others nor another computer’s', async () => {
    const store = await trialDistrict(await fresh())
    const [ana, ben] = [actorAs('ana', 'dev-a', 'educator'), actorAs('ben', 'dev-b', 'educator')]
    const deep: Mutation['input'] = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000))
    const defects: unknown[] = []
    const [hostile, whole] = await Promise.all([
      send(
        store,
        ana,
        [mutationOf(ana, 1, 'goal.add', deep), mutationOf(ana, 2, 'goal.add', { title: 'Two' })],
        error => defects.push(error),
      ),
      send(store, ben, [mutationOf(ben, 1, 'goal.add', { title: 'Of Ben' })]),
    ])
    expect(hostile.results).toMatchObject([
      ['dev-a:1', { status: 'wait', on: 'busy' }],
      ['dev-a:2', { status: 'applied' }],
    ])
    expect(whole.results).toMatchObject([['dev-b:1', { status: 'applied' }]])
    expect(defects).toHaveLength(1)
  })

  test('what can’t be kept is not answered as done, and is done when it comes again', async () => {
    const sql = await fresh()
    let isFull = false
    const store = await trialDistrict({
      ...sql,
      write: (steps, keeps) =>
        sql.write(function* () {
          const outcome = yield* steps()
          if (isFull) throw new Error('no room')
          return outcome
        }, keeps),
    })
    const ana = actorAs('ana', 'dev-a', 'educator')
    const push = [1, 2, 3].map(n => mutationOf(ana, n, 'goal.add', { title: `Goal ${n}` }))
    isFull = true
    const refused = await send(store, ana, push, () => undefined)
    expect(new Set(refused.results.map(([, { status }]) => status))).toEqual(new Set(['wait']))
    expect(await store.seen().list(Goal, {})).toEqual([])
    isFull = false
    const { results } = await send(store, ana, push)
    expect(results.map(([, { status }]) => status)).toEqual(Array(3).fill('applied'))
  })
})
