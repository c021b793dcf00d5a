import { expect, test } from 'vitest'
import type { SyncState } from '../../contract/device/session.ts'
import { wordsIn } from '../../words/words.ts'
import { needsAt, stationOf, syncSaid } from './sync-said.ts'

const dayMs = 86_400_000
const now = () => Date.UTC(2026, 10, 25)
const inRecord: SyncState = {
  state: 'record',
  files: { sent: 0, all: 0 },
  waitingCount: 0,
  refusedCount: 0,
  recordAt: now(),
  away: undefined,
  skewMs: undefined,
}

// The district's time less this clock's, as `device/sync/client.test.ts` has it.
test.each([
  ['en', -365 * dayMs, 'The clock of this computer is 365 days ahead.'],
  ['en', 365 * dayMs, 'The clock of this computer is 365 days behind.'],
  ['es', -365 * dayMs, 'El reloj de este equipo va 365 días adelantado.'],
  ['es', 365 * dayMs, 'El reloj de este equipo va 365 días atrasado.'],
] as const)('in %s, %i ms: %s', (language, skewMs, sentence) => {
  const words = wordsIn(language, now)
  expect(syncSaid(words, { ...inRecord, skewMs })).toContain(sentence)
  expect(words.settings.device.skew({ ms: skewMs })).toBe(sentence)
})

test('what waits goes before a clock that is off, and what only the person can end goes before both', () => {
  const words = wordsIn('en', now)
  const waiting = { ...inRecord, state: 'here' as const, waitingCount: 1, skewMs: dayMs }
  expect(syncSaid(words, { ...waiting, away: 'nonsense' })).toBe(words.saving.away.nonsense)
  expect(syncSaid(words, { ...waiting, away: 'revoked' })).toBe(words.saving.away.revoked)
})

test('the record that is still arriving is not said to be here, with how far it is', () => {
  const words = wordsIn('en', now)
  const arriving = { here: 6_000, all: 28_000 }
  expect(syncSaid(words, { ...inRecord, state: 'here', arriving })).toBe(
    'The district record is arriving: 6,000 of 28,000',
  )
  expect(syncSaid(words, { ...inRecord, state: 'here', arriving: { here: 3 } })).toBe(
    'The district record is arriving: 3 so far',
  )
})

test('what an older district does not know is kept, and said to be', () => {
  const said = syncSaid(wordsIn('en', now), { ...inRecord, state: 'here', aheadCount: 2 })
  expect(said).toBe(
    'Saved here. Your district’s record is older than this Meritfolio; 2 things go when it is updated.',
  )
})

test('what the district can’t take yet is here, and goes by itself', () => {
  const later = { ...inRecord, state: 'here' as const, waitingCount: 1, laterCount: 1 }
  expect(syncSaid(wordsIn('en', now), later)).toBe(
    'Saved here. The district takes 1 thing later; it goes by itself.',
  )
  expect(syncSaid(wordsIn('es', now), { ...later, laterCount: 3 })).toBe(
    'Guardado aquí. El distrito recibe 3 cosas más tarde; salen por sí solas.',
  )
})

test('files without room in the district are said before what waits, with where to see more', () => {
  const room = { usedBytes: 9, bytesMax: 9, files: 1, filesMax: 9, lackingCount: 2 }
  const sync = { ...inRecord, state: 'needs' as const, room }
  expect(syncSaid(wordsIn('en', now), sync)).toBe(
    'Needs you: 2 files have no room left in the district. They stay here.',
  )
  expect([stationOf(sync), needsAt(sync)]).toEqual(['needs', '/settings/district'])
  expect(stationOf({ ...inRecord, room: { ...room, lackingCount: 0 } })).toBe('record')
})

test('what needs the person is said with where to see why', () => {
  const words = wordsIn('en', now)
  const held = { ...inRecord, state: 'needs' as const, heldCount: 30 }
  expect(syncSaid(words, held)).toBe(
    'Needs you: the district no longer has 30 things that are here',
  )
  const at = (sync: SyncState) => [stationOf(sync), needsAt(sync)]
  expect(at(held)).toEqual(['needs', '/settings/district'])
  expect(at({ ...inRecord, away: 'revoked' })).toEqual(['needs', '/settings/district'])
  expect(at({ ...inRecord, refusedCount: 1 })).toEqual(['needs', '/today'])
  expect(at({ ...inRecord, away: 'network' })).toEqual(['record', undefined])
})
