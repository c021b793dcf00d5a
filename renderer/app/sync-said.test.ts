import { expect, test } from 'vitest'
import type { SyncState } from '../../contract/device/session.ts'
import { wordsIn } from '../../words/words.ts'
import { stationOf, syncSaid } from './sync-said.ts'

const words = wordsIn('en', () => Date.parse('2026-11-24T12:00:00Z'))
const sync = (more: Partial<SyncState> = {}): SyncState => ({
  state: 'here',
  files: { sent: 0, all: 0 },
  waitingCount: 0,
  refusedCount: 0,
  recordAt: undefined,
  away: undefined,
  skewMs: undefined,
  ...more,
})

test('no network is no error: what waits is saved here and goes by itself', () => {
  const state = sync({ away: 'network', waitingCount: 2 })
  expect(syncSaid(words, state)).toBe('Saved here. Goes when there is a network.')
  expect(stationOf(state)).toBe('here')
})

test('files on the road are counted', () => {
  expect(syncSaid(words, sync({ state: 'sending', files: { sent: 2, all: 5 } }))).toBe(
    'Sending, 2 of 5 files',
  )
})

test('what the district refused needs the person, whatever else goes on', () => {
  const state = sync({ state: 'sending', refusedCount: 1 })
  expect(stationOf(state)).toBe('needs')
  expect(syncSaid(words, state)).toContain('Needs you')
})

test('a revoked computer says so before anything else', () => {
  expect(syncSaid(words, sync({ away: 'revoked', refusedCount: 3 }))).toContain('no longer accepts')
})
