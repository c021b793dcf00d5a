import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCbor } from './cbor.ts'

const read = (hex: string) => readCbor(Uint8Array.from(Buffer.from(hex, 'hex')))

test('integers, byte strings, arrays and maps are read (RFC 8949 appendix A)', () => {
  expect(read('00')).toBe(0)
  expect(read('17')).toBe(23)
  expect(read('1818')).toBe(24)
  expect(read('1903e8')).toBe(1000)
  expect(read('1a000f4240')).toBe(1_000_000)
  expect(read('4401020304')).toEqual(Uint8Array.of(1, 2, 3, 4))
  expect(read('8301820203820405')).toEqual([1, [2, 3], [4, 5]])
  expect(read('a201020304')).toEqual(
    new Map([
      [1, 2],
      [3, 4],
    ]),
  )
})

test.each([
  ['nothing', ''],
  ['a byte too many', '0000'],
  ['a longer form than needed', '1817'],
  ['a longer form than needed, two bytes', '1900ff'],
  ['eight bytes of length', '1b000000e8d4a51000'],
  ['an indefinite length', '5f42010243030405ff'],
  ['a negative number', '20'],
  ['a text', '6161'],
  ['a tag', 'c100'],
  ['a float', 'f93c00'],
  ['true', 'f5'],
  ['a length past the end', '4401'],
  ['an array of four thousand million', '9affffffff'],
  ['a map with a text as key', 'a1616101'],
  ['a map with one key twice', 'a201020103'],
  ['an array in arrays in arrays', '818181818180'],
])('%s is refused', (_, hex) => {
  expect(read(hex)).toBeNull()
})

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      expect(() => readCbor(bytes)).not.toThrow()
    }),
    { seed: 8949, numRuns: 2_000 },
  )
})
