import { expect, test } from 'vitest'
import type { BatchSaid, RestsOn } from '../../contract/device/verifying.ts'
import { wordsIn } from '../../words/words.ts'
import { bundleSaid } from './bundle-said.ts'

const dayMs = 86_400_000
const at = Date.UTC(2026, 10, 24, 12)
const words = wordsIn('en', () => at)

const rests = (set: Partial<RestsOn> = {}): RestsOn => ({
  ...{ name: 'Alder County', issuers: 2, lists: 2, asOf: at - 2 * dayMs },
  ...{ count: 3, from: at, until: at, isNow: true, ...set },
})
const said = (restsOn: readonly RestsOn[], addresses = 0) => {
  const counts = { fails: 0, unknown: 0, unread: 0, apart: 0, holds: 3 }
  const batch: BatchSaid = {
    ...{ id: 'b', name: '', only: undefined, begunAt: at, checkedAt: at, tookMs: 1, groups: [] },
    ...{ leftOut: [], leftOutCount: 0, leftOutMore: 0, coming: [], addresses, restsOn },
    counts: { ...counts, all: 3, waiting: 0, stopped: 0, open: 0 },
  }
  return bundleSaid(words, batch)
}

test('answers rest on the lists as they were, with their age when it was used', () => {
  expect(said([rests()])).toBe(
    'No network needed. Checked with what was trusted here (Alder County); its oldest part is of Sun, Nov 22, 2 days before.',
  )
})

test('what was fetched within the hour has no age', () => {
  expect(said([rests({ asOf: at - 5_000 })])).not.toContain('before')
  expect(said([rests({ asOf: at + 5_000 })])).not.toContain('before')
})

test('answers from before something newer came are counted', () => {
  const older = rests({ asOf: at - 9 * dayMs, until: at - 5 * dayMs, count: 2, isNow: false })
  expect(said([rests(), older])).toContain('2 were checked before something newer came')
})

test('over addresses nobody says that no network was needed', () => {
  expect(said([rests()], 3)).toMatch(/^No network needed, except for 3 that were looked up\./)
  expect(said([rests({ asOf: undefined, issuers: 0, lists: 0 })], 1)).toContain('No trust list')
})
