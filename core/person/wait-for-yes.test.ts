import { expect, test } from 'vitest'
import type { Holding } from '../kit/command.ts'
import {
  noYesFirstMs,
  noYesUnknownMs,
  noYesUntil,
  waitInChargeMs,
  waitMs,
  waitOf,
} from './wait-for-yes.ts'

const within = (role: 'coach' | 'officer' | 'administrator'): Holding => ({
  roles: ['educator'],
  grants: [{ role, within: 'linden' }],
})

test('a computer that another’s code let in waits a day; as who asks for or says a second yes anywhere, a week', () => {
  expect([waitMs, waitInChargeMs]).toEqual([86_400_000, 7 * 86_400_000])
  for (const holding of [{ roles: ['educator', 'coach'] } as const, within('coach'), { roles: [] }])
    expect(waitOf(holding)).toBe(waitMs)
  for (const role of ['officer', 'administrator'] as const)
    for (const holding of [{ roles: [role] }, within(role)])
      expect(waitOf(holding)).toBe(waitInChargeMs)
})

test('a first computer that another’s code let in agrees with that person after seven days', () => {
  expect(noYesUntil({ joinedAt: 1_000, waitsUntil: undefined })).toBe(1_000 + noYesFirstMs)
})

test.each([waitMs, waitInChargeMs])(
  'a further one that waited its %i ms out without a yes agrees after thirty days',
  waitedMs => {
    const waitsUntil = 1_000 + waitedMs
    expect(noYesUntil({ joinedAt: 1_000, waitsUntil })).toBe(1_000 + noYesUnknownMs)
  },
)

test('one to which its person said yes agrees with anybody', () => {
  expect(noYesUntil({ joinedAt: 1_000, waitsUntil: 61_000 })).toBe(1_000)
})
