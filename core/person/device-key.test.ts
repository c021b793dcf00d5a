import { expect, test } from 'vitest'
import { aContext, officer, system } from '../../test/builders/context.ts'
import { aDeviceKey } from '../../test/builders/signed.ts'
import { DeviceKeyRecord, type DeviceKey } from './device-key.ts'
import { publishDeviceKey } from './publish-device-key.ts'

const known = aDeviceKey('laptop', 'maya', { joinedAt: 5 })
const publishing = (key: Partial<DeviceKey>, there: typeof known | null = known) => {
  const { person, publicKey, joinedAt, revokedAt } = { ...known.body, ...key }
  const ended = revokedAt === undefined ? {} : { revokedAt }
  const input = { device: 'laptop', key: { person, publicKey, joinedAt, ...ended } }
  return publishDeviceKey.decide({ known: there ?? undefined }, input, aContext(system))
}

test('a computer that joined is entered for its person, the coaches and the office', () => {
  expect(publishing({}, null)).toMatchObject({
    changes: [{ do: 'create', key: 'device-key/laptop', body: { person: 'maya', joinedAt: 5 } }],
  })
  const seats = DeviceKeyRecord.seats('laptop', known.body).map(seat => seat.stream)
  expect(seats).toEqual(['user:maya', 'coaches', 'office', 'register'])
})

test('an entry only ever ends, once; again says nothing new', () => {
  expect(publishing({})).toEqual({ changes: [] })
  expect(publishing({ revokedAt: 9 })).toMatchObject({ changes: [{ set: { revokedAt: 9 } }] })
  const ended = aDeviceKey('laptop', 'maya', { revokedAt: 9 })
  expect(publishing({ revokedAt: 12 }, ended)).toEqual({ changes: [] })
})

test('an entry never gets another key or person, nor one from outside the district’s own program', () => {
  const refusal = { refusal: { code: 'taken' } }
  expect(publishing({ publicKey: 'f'.repeat(64) })).toMatchObject(refusal)
  expect(publishing({ person: 'someone' })).toMatchObject(refusal)
  const input = { device: 'laptop', key: known.body }
  expect(publishDeviceKey.right(officer, { known }, input)).toBe(false)
})

// security.md row 60: what a computer makes of a register that says otherwise than before.
const told = (now: Partial<DeviceKey>, first: DeviceKey = known.body) =>
  DeviceKeyRecord.held?.(first, { ...known.body, ...now })

test.each<[string, Partial<DeviceKey>]>([
  ['another key', { publicKey: 'f'.repeat(64) }],
  ['another person', { person: 'someone' }],
])('row 60: a computer keeps what it first saw, and notes that it was told %s', (_what, now) => {
  expect(told(now)).toEqual({ ...known.body, isContradicted: true })
})

test('row 60: once contradicted it stays so, whatever is said after that', () => {
  expect(told({}, { ...known.body, isContradicted: true })).toMatchObject({ isContradicted: true })
})

test('an earlier day of joining is not believed; an end is, and stays', () => {
  expect(told({ joinedAt: 1 })).toEqual(known.body)
  expect(told({ revokedAt: 9 })).toEqual({ ...known.body, revokedAt: 9 })
  expect(told({}, { ...known.body, revokedAt: 9 })).toMatchObject({ revokedAt: 9 })
  expect(told({ revokedAt: 12 }, { ...known.body, revokedAt: 9 })).toMatchObject({ revokedAt: 9 })
})
