import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUtf8 } from './utf8.ts'

test('text is what a strict decoder says, and bytes it refuses are refused', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decoded = (bytes: Uint8Array) => {
    try {
      return { text: strict.decode(bytes) }
    } catch {
      return undefined
    }
  }
  const text = fc.string({ unit: 'binary' }).map(one => new TextEncoder().encode(one))
  const near = fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xe0, 0xed, 0xa0, 0xf0, 0xf4, 0x90))
  for (const bytes of [text, near.map(one => Uint8Array.from(one)), fc.uint8Array()]) {
    fc.assert(
      fc.property(bytes, given => {
        const read = readUtf8(given)
        const want = decoded(given)
        if (want === undefined) expect(read).toHaveProperty('badLine')
        else expect(read).toEqual(want)
      }),
    )
  }
})

test('a wrong byte is named by its line', () => {
  expect(readUtf8(Uint8Array.from([0x41, 10, 10, 0x93]))).toEqual({ badLine: 3 })
})
