import { expect, test } from 'vitest'
import type { HealthKnown } from './judge.ts'
import { healthLimits, judgedHealth, worstOf } from './judge.ts'

const now = Date.UTC(2026, 10, 26, 12)
const dayMs = 86_400_000

const sound: HealthKnown = {
  backup: { at: now - dayMs, lacking: 0 },
  drill: { at: now - 30 * dayMs, faults: 0 },
  audit: { at: now - dayMs, faults: 0 },
  putBack: undefined,
  erased: undefined,
  waiting: [{ work: 'sign', count: 0, triesMost: 0, why: undefined }],
  erasuresWait: undefined,
  arrivingStill: 0,
  isResigning: false,
  lists: { signedAt: now - dayMs / 2, validUntil: now + 29 * dayMs },
  unexplained: [],
  signsAs: 'did:web:record.example.org',
  keys: { isSealed: true, madeAt: now - 100 * dayMs },
  diskFreeBytes: 100 * 1024 ** 3,
  database: 'SQLite',
}
const judged = (more: Partial<HealthKnown>) => judgedHealth({ ...sound, ...more }, now)
/** What is not as it should be. */
const wrong = (more: Partial<HealthKnown>) =>
  judged(more).flatMap(({ code, state }) => (state === 'ok' ? [] : [`${code} ${state}`]))

test('a record that is looked after has a good answer to each question', () => {
  expect(worstOf(judged({}))).toBe('ok')
  expect(judged({}).map(({ code }) => code)).toEqual([
    'backup_ok',
    'drill_ok',
    'waits_nothing',
    'lists_ok',
    'issuer_web',
    'keys_sealed',
    'audit_ok',
    'disk_ok',
    'database',
  ])
})

test.each<[string, Partial<HealthKnown>]>([
  ['erased_copies look', { erased: { at: now - 34 * dayMs, aside: [] } }],
  ['erased_aside mend', { erased: { at: now - 36 * dayMs, aside: ['before-restore-1'] } }],
  ['backup_none mend', { backup: undefined }],
  ['backup_old look', { backup: { at: now - healthLimits.backupLookMs - 1, lacking: 0 } }],
  ['backup_old mend', { backup: { at: now - healthLimits.backupMendMs - 1, lacking: 0 } }],
  ['backup_lacks look', { backup: { at: now, lacking: 2 } }],
  ['drill_none look', { drill: undefined }],
  ['drill_failed mend', { drill: { at: now, faults: 1 } }],
  ['drill_old look', { drill: { at: now - healthLimits.drillLookMs - 1, faults: 0 } }],
  ['waits look', { waiting: [{ work: 'sign', count: 3, triesMost: 2, why: 'disk_full' }] }],
  [
    'waits mend',
    {
      waiting: [{ work: 'sign', count: 1, triesMost: healthLimits.triesMend, why: undefined }],
    },
  ],
  ['restored_unsaid mend', { putBack: { at: now - 99 * dayMs, isSettled: false } }],
  ['restored_unsaid look', { putBack: { at: now - 29 * dayMs, isSettled: true } }],
  ['waits_erasures look', { erasuresWait: { count: 1, until: now + dayMs } }],
  ['arriving_still look', { arrivingStill: 1 }],
  ['resign_waits look', { isResigning: true }],
  ['lists_none look', { lists: undefined }],
  ['lists_ended mend', { lists: { signedAt: now - 31 * dayMs, validUntil: now } }],
  ['lists_old look', { lists: { signedAt: now - 3 * dayMs, validUntil: now + dayMs } }],
  ['lists_unexplained look', { unexplained: ['Maya Torres: Questions'] }],
  ['issuer_key look', { signsAs: 'did:key:z6Mk' }],
  ['keys_open look', { keys: { isSealed: false, madeAt: now } }],
  ['keys_alone look', { keys: { isSealed: true, madeAt: now, alone: { at: now, why: 'x' } } }],
  ['key_old look', { keys: { isSealed: true, madeAt: now - healthLimits.keyLookMs - 1 } }],
  ['audit_never look', { audit: undefined }],
  ['audit_faults mend', { audit: { at: now, faults: 1 } }],
  ['audit_old look', { audit: { at: now - healthLimits.auditLookMs - 1, faults: 0 } }],
  ['disk_full mend', { diskFreeBytes: healthLimits.diskMendBytes - 1 }],
  ['disk_low look', { diskFreeBytes: healthLimits.diskLookBytes - 1 }],
])('%s', (finding, more) => expect(wrong(more)).toEqual([finding]))

test('of many badges that nobody knows any more why they are revoked, some are named and all are counted', () => {
  const unexplained = ['a', 'b', 'c', 'd', 'e', 'f']
  expect(judged({ unexplained }).find(({ code }) => code === 'lists_unexplained')?.facts).toEqual({
    count: 6,
    which: 'a; b; c; d; e …',
  })
})

test('exactly at a limit nothing is said yet', () => {
  const { backupLookMs, drillLookMs, auditLookMs, listsLookMs, keyLookMs } = healthLimits
  expect(
    wrong({
      backup: { at: now - backupLookMs, lacking: 0 },
      drill: { at: now - drillLookMs, faults: 0 },
      audit: { at: now - auditLookMs, faults: 0 },
      lists: { signedAt: now - listsLookMs, validUntil: now + 1 },
      putBack: { at: now - healthLimits.putBackLookMs, isSettled: true },
      keys: { isSealed: true, madeAt: now - keyLookMs },
      diskFreeBytes: healthLimits.diskLookBytes,
    }),
  ).toEqual([])
})

test('the key of a district without an address can’t be changed, so its age is no finding', () => {
  const madeAt = now - 10 * healthLimits.keyLookMs
  expect(wrong({ signsAs: 'did:key:z6Mk', keys: { isSealed: true, madeAt } })).toEqual([
    'issuer_key look',
  ])
})
