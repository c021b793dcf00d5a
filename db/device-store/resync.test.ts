import { afterEach, expect, test } from 'vitest'
import { trialDevice } from '../trial/device.ts'
import { actorAs } from '../trial/people.ts'
import { Goal } from '../trial/toy-records.ts'
import type { Op, Page } from '../wire.ts'

// A pull from the beginning that would take much away waits for the person; meanwhile other pulls come.

const now = 1_700_000_000_000
const ana = actorAs('ana', 'a', 'educator')
const device = trialDevice(ana)
const { store } = device
afterEach(() => store.close())

const goal = (n: number): Op => [
  ...(['user:ana', 'goal', `goal-${n}`, 1, 2] as const),
  { owner: 'ana', title: `goal ${n}`, lines: '', marks: {}, isShared: false },
  {},
]
const goals = (count: number) => Array.from({ length: count }, (_, n) => goal(n))

let pages = 0
function came(page: Partial<Page>) {
  const { cursor } = store.standing()
  const whole = { from: cursor, next: `c${++pages}`, more: false, drop: [], results: [], now }
  return store.takePage({ ...whole, ops: [], ...page }, now)
}

test('what came in a pull from the beginning stays, also where a stream begins anew before the person has agreed', async () => {
  store.join(ana)
  came({ ops: goals(30) })
  store.takePage({ from: store.standing().cursor, resync: 'cursor', now }, now)
  came({ ops: goals(3), more: true })
  // In the middle of it, and while the person is asked.
  expect(came({ ops: goals(5).slice(3), anew: ['device:a'] })).toMatchObject({ held: 25 })
  expect(came({ anew: ['device:a'] })).toMatchObject({ held: 25 })
  store.confirmResync()
  came({})
  const here = (await store.seen.list(Goal, {})).map(({ rec }) => rec.body.title)
  expect(here.toSorted()).toEqual([0, 1, 2, 3, 4].map(n => `goal ${n}`))
})
