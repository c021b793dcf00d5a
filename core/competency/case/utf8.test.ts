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
  // At the edges: overlong forms, halves of surrogates, past the last character, and what just fits.
  const edges: readonly (readonly number[])[] = [
    [0xc1, 0xbf],
    [0xc2, 0x80],
    [0xe0, 0x9f, 0xbf],
    [0xe0, 0xa0, 0x80],
    [0xed, 0x9f, 0xbf],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x8f, 0xbf, 0xbf],
    [0xf0, 0x90, 0x80, 0x80],
    [0xf4, 0x8f, 0xbf, 0xbf],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0x41],
  ]
  const near = fc.array(fc.constantFrom(...edges), { maxLength: 3 }).map(parts => parts.flat())
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
