import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aClaim } from '../../test/builders/claim.ts'
import { mayApprove } from '../badge/rights.ts'
import { ClaimRecord } from '../claim/record.ts'
import type { Holding } from '../kit/command.ts'
import { grantedRoles, grantsMax, personRoles, unitsMax } from '../person/record.ts'
import { mayRead } from '../review/rights.ts'
import { streamsOf } from './streams.ts'

const unit = fc.constantFrom('linden', 'grade-4', 'mill-creek', 'alder')
const holding: fc.Arbitrary<Holding> = fc.record({
  roles: fc.subarray([...personRoles]),
  grants: fc.array(fc.record({ role: fc.constantFrom(...grantedRoles), within: unit })),
})
const units = fc.option(fc.uniqueArray(unit, { maxLength: 3 }), { nil: undefined })

/** Whether one who is neither its person nor its reader gets all of a claim. */
function isTold(
  state: 'in_review' | 'earned',
  held: Holding,
  placedIn: string[] | undefined,
): boolean {
  const placed = placedIn === undefined ? {} : { units: placedIn }
  const reads = new Set(streamsOf({ ...held, person: 'someone' }))
  const seats = ClaimRecord.seats('c', aClaim({ state, ...placed }))
  return seats.some(({ stream, view }) => view === 'all' && reads.has(stream))
}

test('a claim in review is sent to exactly those who may take it, an earned one to those who may approve it', () => {
  fc.assert(
    fc.property(holding, units, (held, placed) => {
      const claim = { body: placed === undefined ? {} : { units: placed } }
      expect(isTold('in_review', held, placed)).toBe(mayRead(held, claim))
      expect(isTold('earned', held, placed)).toBe(mayApprove(held, claim))
    }),
  )
})

test('who holds a role in the whole district reads one stream of it, and no school’s beside', () => {
  const grants = [{ role: 'coach' as const, within: 'linden' }]
  const streams = (held: Holding) => streamsOf({ ...held, person: 'p' })
  expect(streams({ roles: ['coach'], grants })).toEqual(['catalog', 'user:p', 'coaches'])
  expect(streams({ roles: [], grants })).toEqual([
    'catalog',
    'user:p',
    'coaches:linden',
    'register',
  ])
  expect(streams({ roles: ['officer'], grants })).toEqual([
    ...['catalog', 'user:p', 'coaches:linden', 'office'],
  ])
})

test('the streams of the person with the most roles still fit a cursor in an address', () => {
  const longest = (n: number) => String(n).padStart(40, 'u')
  const grants = Array.from({ length: grantsMax }, (_, n) => ({
    role: 'coach' as const,
    within: longest(n),
  }))
  const streams = streamsOf({ roles: ['educator'], grants, person: 'p'.repeat(80) })
  const cursor = JSON.stringify(Object.fromEntries(streams.map(stream => [stream, 999_999_999])))
  expect(Math.ceil((cursor.length * 4) / 3)).toBeLessThan(4_096 - 300)
  expect(unitsMax).toBeGreaterThan(1)
})
