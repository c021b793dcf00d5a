import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64url } from '../bytes/base64url.ts'
import { gzip } from '../bytes/inflate.ts'
import { joinBytes } from '../bytes/text.ts'
import {
  createStatusList,
  decodeStatusList,
  encodeStatusList,
  entriesMin,
  readBit,
  readEntry,
  withBit,
} from './status-list.ts'

test('exactly the bits that were set are set, also after encoding', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(entriesMin - 1), { maxLength: 20 }),
      fc.nat(entriesMin - 1),
      (set, other) => {
        const list = set.reduce((bits, index) => withBit(bits, index, true), createStatusList())
        const decoded = decodeStatusList(encodeStatusList(list))
        if (!decoded.ok) throw new Error(decoded.refusal.code)
        for (const index of set) expect(readBit(decoded.value, index)).toBe(true)
        expect(readBit(decoded.value, other)).toBe(set.includes(other))
        const cleared = set.reduce((bits, index) => withBit(bits, index, false), decoded.value)
        expect(cleared.every(byte => byte === 0)).toBe(true)
      },
    ),
    { numRuns: 40, seed: 1 },
  )
})

test('index 0 is the most significant bit of the first byte', () => {
  expect(withBit(createStatusList(), 0, true)[0]).toBe(0x80)
  expect(withBit(createStatusList(), 7, true)[0]).toBe(0x01)
  expect(readEntry(Uint8Array.of(0b00011011), 1, 2)).toBe(0b01)
  expect(readEntry(Uint8Array.of(0b00011011), 3, 2)).toBe(0b11)
})

test('outside the list there is no bit, and no list shorter than the minimum', () => {
  const list = createStatusList()
  expect(readBit(list, entriesMin)).toBeNull()
  expect(readBit(list, -1)).toBeNull()
  expect(readBit(list, 0.5)).toBeNull()
  expect(readBit(list, Number.MAX_SAFE_INTEGER)).toBeNull()
  expect(() => withBit(list, entriesMin, true)).toThrow(
    expect.objectContaining({ code: 'RANGE_ERROR' }),
  )
  expect(() => createStatusList(1000)).toThrow(
    expect.objectContaining({ code: 'STATUS_LIST_LENGTH_ERROR' }),
  )
})

test('a damaged, padded, endless or over-long text of a list is refused', () => {
  const good = encodeStatusList(createStatusList())
  expect(good.startsWith('uH4sI')).toBe(true)
  expect(decodeStatusList(good.slice(1))).toMatchObject({
    refusal: { code: 'MALFORMED_VALUE_ERROR' },
  })
  expect(decodeStatusList(good.slice(1), 'optional').ok).toBe(true)
  expect(decodeStatusList(`${good}=`).ok).toBe(false)
  expect(decodeStatusList(good.slice(0, -8)).ok).toBe(false)
  const packed = gzip(createStatusList())
  const trailing = joinBytes(packed, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))
  expect(decodeStatusList(`u${base64url(trailing)}`).ok).toBe(false)
  const bomb = gzip(new Uint8Array(17 * 1024 * 1024))
  expect(decodeStatusList(`u${base64url(bomb)}`)).toMatchObject({ refusal: { code: 'TOO_LARGE' } })
})
