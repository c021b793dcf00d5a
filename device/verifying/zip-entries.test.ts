import { expect, test } from 'vitest'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import type { BlobReader } from '../evidence/blob-reader.ts'
import { aZip } from './trial/a-zip.ts'
import { zipEntries } from './zip-entries.ts'

const reader = (bytes: Uint8Array): BlobReader => ({
  sizeBytes: bytes.byteLength,
  // As a kept file answers: never more than it likes.
  read: async (start, bytesMax) => bytes.subarray(start, start + Math.min(bytesMax, 7_000)),
  close: async () => undefined,
})

const small = Buffer.from('{"a": 1}')

async function read(
  zip: Uint8Array,
  limits: Partial<Record<keyof typeof verifyingLimits, number>> = {},
  isFull?: (told: readonly string[]) => boolean,
) {
  const told: string[] = []
  for await (const entry of zipEntries(
    reader(zip),
    'z.zip',
    Object.assign({ ...verifyingLimits }, limits),
    () => isFull?.(told) === true,
  ))
    told.push(
      'bytes' in entry
        ? `${entry.name} = ${entry.bytes.byteLength}`
        : `${entry.name} ! ${entry.code}${entry.facts['left'] === undefined ? '' : ` ${entry.facts['left']}`}`,
    )
  return told
}

test('every file of a zip comes out, whether it is packed or not', async () => {
  const large = Buffer.alloc(50_000, 'abcdefgh1234')
  for (const [at] of large.entries()) large[at] = (at * 7_919) & 255
  const zip = aZip([
    { name: 'folder/', bytes: Buffer.alloc(0), stored: true },
    { name: 'folder/a.json', bytes: small },
    { name: 'b.png', bytes: large, stored: true },
    { name: 'José.json', bytes: small },
  ])
  expect(await read(zip)).toEqual([
    'z.zip: folder/a.json = 8',
    'z.zip: b.png = 50000',
    'z.zip: José.json = 8',
  ])
})

test('row 19: names that climb out of a folder are only names', async () => {
  const names = ['../../etc/passwd', '/etc/passwd', 'C:\\x', '..\\..\\x', 'a\u0000b', 'CON', '']
  const told = await read(aZip(names.map(name => ({ name, bytes: small }))))
  expect(told).toEqual(names.map(name => `z.zip: ${name} = 8`))
})

test('row 19: links, pipes and devices are left out, and nothing else with them', async () => {
  const zip = aZip([
    { name: 'link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 },
    { name: 'pipe', bytes: small, mode: 0o010644 },
    { name: 'good', bytes: small },
  ])
  expect(await read(zip)).toEqual([
    'z.zip: link ! zip_link',
    'z.zip: pipe ! zip_link',
    'z.zip: good = 8',
  ])
})

test('row 19: a bomb is left out before it is unpacked, and one that lies when it grows', async () => {
  const bomb = Buffer.alloc(4_000_000)
  const zip = aZip([
    { name: 'bomb', bytes: bomb },
    { name: 'liar', bytes: bomb, saysUnpackedBytes: 700 },
    { name: 'short', bytes: small, saysUnpackedBytes: 1_000 },
    { name: 'good', bytes: small },
  ])
  expect(await read(zip)).toEqual([
    'z.zip: bomb ! zip_ratio',
    'z.zip: liar ! zip_damaged',
    'z.zip: short ! zip_damaged',
    'z.zip: good = 8',
  ])
})

test('row 19: entries that share their bytes are a bomb together', async () => {
  const bytes = Buffer.alloc(100_000, 'abcdefghij, not so easily packed')
  for (let at = 0; at < bytes.length; at += 97) bytes[at] = at & 255
  const first = { name: 'kernel', bytes }
  const zip = aZip([
    first,
    ...Array.from({ length: 500 }, (_, n) => ({ ...first, name: `${n}`, dataOf: 0 })),
  ])
  const told = await read(zip)
  expect(told.at(-1)).toBe('z.zip ! zip_ratio')
  const unpacked = told.filter(one => one.endsWith(' = 100000')).length * 100_000
  expect(unpacked).toBeLessThanOrEqual(zip.length * verifyingLimits.ratioMax)
})

test('row 19: a zip in a zip stays shut, also one that holds itself', async () => {
  const inner = aZip([{ name: 'a', bytes: small }])
  const zip = aZip([
    { name: 'inner.zip', bytes: inner, stored: true },
    { name: 'empty.zip', bytes: aZip([]) },
  ])
  expect(await read(zip)).toEqual([
    'z.zip: inner.zip ! zip_in_zip',
    'z.zip: empty.zip ! zip_in_zip',
  ])
})

test('row 19: entries, sizes and the sum of them have limits', async () => {
  const four = aZip(['a', 'b', 'c', 'd'].map(name => ({ name, bytes: small })))
  expect(await read(four, { zipEntriesMax: 2 })).toEqual([
    'z.zip: a = 8',
    'z.zip: b = 8',
    'z.zip ! zip_entries 2',
  ])
  expect(await read(four, { unpackedBytesMax: 20 })).toEqual([
    'z.zip: a = 8',
    'z.zip: b = 8',
    'z.zip ! zip_too_large',
  ])
  expect((await read(four, { badgeBytesMax: 7 }))[0]).toBe('z.zip: a ! too_large')
})

test('what a Mac puts beside the files counts for nothing, also beyond the limits', async () => {
  const twice = ['a', 'b', 'c', 'd'].flatMap(name => [
    { name, bytes: small },
    { name: `__MACOSX/._${name}`, bytes: small },
  ])
  expect(await read(aZip(twice), { zipEntriesMax: 4 })).toHaveLength(4)
  expect((await read(aZip(twice), { zipEntriesMax: 3 })).at(-1)).toBe('z.zip ! zip_entries 1')
})

test('once the list is full nothing more is read, and the rest is counted', async () => {
  const zip = aZip(['a', 'b', 'c', 'd'].map(name => ({ name, bytes: small })))
  const told = await read(zip, {}, before => before.length === 1)
  expect(told).toEqual(['z.zip: a = 8', 'z.zip ! batch_full 3'])
})

test('what is encrypted, packed in another way, changed or empty is told, and the rest is read', async () => {
  const zip = aZip([
    { name: 'secret', bytes: small, flags: 1 },
    { name: 'zstd', bytes: small, method: 93 },
    { name: 'changed', bytes: small, crc: 1 },
    { name: 'empty', bytes: Buffer.alloc(0), stored: true },
    { name: '__MACOSX/._a', bytes: small },
    { name: 'x/.DS_Store', bytes: small },
    { name: 'good', bytes: small },
  ])
  expect(await read(zip)).toEqual([
    'z.zip: secret ! zip_encrypted',
    'z.zip: zstd ! zip_method',
    'z.zip: changed ! zip_damaged',
    'z.zip: empty ! file_empty',
    'z.zip: good = 8',
  ])
})

test('no cut, no changed byte and no false count makes it hang or throw', async () => {
  const zip = aZip([
    { name: 'a', bytes: small },
    { name: 'b', bytes: Buffer.from('{"b": 2}') },
  ])
  for (let length = 0; length < zip.length; length += 1) await read(zip.subarray(0, length))
  for (let at = 0; at < zip.length; at += 1)
    for (const value of [0, 255]) {
      const changed = Buffer.from(zip)
      changed[at] = value
      const told = await read(changed)
      expect(told.length).toBeLessThanOrEqual(3)
    }
  const claims = aZip([{ name: 'a', bytes: small }], 9_000)
  expect(await read(claims)).toEqual(['z.zip: a = 8', 'z.zip ! zip_damaged'])
})
