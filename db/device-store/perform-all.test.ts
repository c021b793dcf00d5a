import { expect, test } from 'vitest'
import { trialDevice, trialLimits } from '../trial/device.ts'
import { actorAs } from '../trial/people.ts'
import { Goal } from '../trial/toy-records.ts'
import { madeId } from '../engine/made-id.ts'

const t0 = 1_700_000_000_000
const ana = actorAs('ana', 'a', 'educator')
const add = (title: unknown) => ({ name: 'goal.add', input: { title } })

test('what is asked as one is done in its order, each on what came before it', async () => {
  const { store } = trialDevice(ana, undefined, {}, 'once')
  store.join(ana)
  const goal = madeId('a:1:once', 'goal')
  const title = { name: 'goal.title', input: { goal, title: 'Ask less' } }
  const performed = store.performAll([add('Ask more'), title], t0)
  expect(performed).toEqual({ did: 'all', wrote: [`goal/${goal}`, `goal/${goal}`] })
  expect((await store.seen.get(Goal, goal))?.rec.body.title).toBe('Ask less')
  expect(store.nextPush(trialLimits, t0)?.mutations.map(one => one.name)).toEqual([
    'goal.add',
    'goal.title',
  ])
})

test('one that is refused takes all with it: nothing is seen, nothing waits, no number is used up', async () => {
  const { store } = trialDevice(ana, undefined, {}, 'once')
  store.join(ana)
  expect(store.performAll([add('One'), add('Two'), add(7), add('Three')], t0)).toEqual({
    did: 'none',
    refusal: { code: 'bad_input', facts: { where: 'title' } },
  })
  expect(await store.seen.list(Goal, {})).toEqual([])
  expect(store.outbox()).toEqual([])
  expect(store.nextPush(trialLimits, t0)).toBeUndefined()
  expect(store.perform('goal.add', { title: 'After' }, t0)).toMatchObject({ key: 'a:1:once' })
})

test('a disk that fills up in the middle leaves nothing of it', async () => {
  const { store, db } = trialDevice(ana)
  const pages = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${pages + 2}`)
  const many = Array.from({ length: 200 }, (_, n) => add(`${n} ${'long'.repeat(200)}`))
  expect(() => store.performAll(many, t0)).toThrow(/full/)
  db.pragma('max_page_count = 1000000')
  expect(await store.seen.list(Goal, {})).toEqual([])
  expect(store.outbox()).toEqual([])
  expect(store.performAll(many, t0)).toMatchObject({ did: 'all' })
})
