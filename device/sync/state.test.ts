import { expect, test } from 'vitest'
import type { SyncFacts } from './state.ts'
import { syncStateOf } from './state.ts'

const facts = (change: Partial<SyncFacts>): SyncFacts => ({
  joined: true,
  outbox: [],
  going: [],
  files: { sent: 0, all: 0 },
  away: undefined,
  recordAt: 1,
  skewMs: 0,
  heldCount: 0,
  stuckCount: 0,
  laterCount: 0,
  aheadCount: 0,
  arriving: undefined,
  copy: undefined,
  room: undefined,
  audit: undefined,
  waitsUntil: undefined,
  ...change,
})

const held = { key: 'k', command: 'claim.submit', about: 'c', count: 1, goesAt: 9 }

test.each([
  ['a computer of its own waits for nobody', { joined: false }, 'alone'],
  ['what has just been joined has not been in the record yet', { recordAt: undefined }, 'here'],
  ['nothing waits: it is in the record', {}, 'record'],
  ['nothing waits and the network is away: it still is', { away: 'network' }, 'record'],
  ['a command waits', { outbox: ['queued'] }, 'sending'],
  ['what is held is here and not on its way', { outbox: ['queued'], going: [held] }, 'here'],
  ['something else waits beside it', { outbox: ['queued', 'queued'], going: [held] }, 'sending'],
  ['a file waits', { files: { sent: 1, all: 2 } }, 'sending'],
  ['it waits without a network', { outbox: ['sent'], away: 'network' }, 'here'],
  ['what the district applied only has to come back', { outbox: ['applied'] }, 'record'],
  [
    'what the district could not take for long is here',
    { outbox: ['waiting'], stuckCount: 1 },
    'here',
  ],
  [
    'what has long waited for other work is here',
    { outbox: ['waiting', 'queued'], laterCount: 1 },
    'here',
  ],
  ['what waits for a newer district is here', { outbox: ['waiting'], aheadCount: 1 }, 'here'],
  [
    'what has not all arrived is not yet as the record is',
    { arriving: { here: 5, all: 9 } },
    'here',
  ],
  ['a refusal needs the person', { outbox: ['refused'] }, 'needs'],
  [
    'files without room in the district need the person',
    { room: { usedBytes: 9, bytesMax: 9, files: 1, filesMax: 2, lackingCount: 1 } },
    'needs',
  ],
  ['a computer that was sent away needs the person', { away: 'revoked' }, 'needs'],
  ['an old program needs the person', { away: 'upgrade' }, 'needs'],
  ['a district that would take much away needs the person', { heldCount: 30 }, 'needs'],
] as const)('%s', (_what, change, state) => {
  expect(syncStateOf(facts(change)).state).toBe(state)
})

test('what is held counts as waiting, and is told with its time', () => {
  const state = syncStateOf(facts({ outbox: ['queued'], going: [held] }))
  expect(state).toMatchObject({ waitingCount: 1, going: [held] })
  expect(syncStateOf(facts({}))).not.toHaveProperty('going')
})

test('what waits for files that are going is not said to wait for other work', () => {
  const change = { outbox: ['waiting', 'waiting'], laterCount: 1 } as const
  expect(syncStateOf(facts(change))).toMatchObject({ state: 'here', laterCount: 1 })
  const going = syncStateOf(facts({ ...change, files: { sent: 1, all: 2 } }))
  expect(going.state).toBe('sending')
  expect(going).not.toHaveProperty('laterCount')
})

test('a clock is spoken of when it is off by more than five minutes', () => {
  expect(syncStateOf(facts({ skewMs: 299_000 })).skewMs).toBeUndefined()
  expect(syncStateOf(facts({ skewMs: -301_000 })).skewMs).toBe(-301_000)
})
