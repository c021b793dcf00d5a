import { createHash, randomBytes } from 'node:crypto'
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { partsOf } from './blob-reader.ts'
import type { BlobStore } from './blob-store.ts'
import { blobStoreIn } from './blob-store.ts'
import { chunkBytes, fileIdBytes, plainBytesIn, sealedChunkBytes } from './sealed-format.ts'

const key = randomBytes(32)
let folder: string
let blobs: BlobStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-sealed-'))
  blobs = blobStoreIn(folder, { key, writes: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function kept(bytes: Uint8Array, into = blobs, partBytes = 100_000): Promise<string> {
  const begun = await into.begin()
  for (let at = 0; at < bytes.byteLength; at += partBytes)
    await begun.write(bytes.subarray(at, at + partBytes))
  const sha256 = sha256Of(bytes)
  await begun.keep(sha256)
  return sha256
}

async function read(sha256: string, start?: number, end?: number, from = blobs): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of partsOf(await from.open(sha256), start, end)) parts.push(part)
  return Buffer.concat(parts)
}

const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.sealed') || /[0-9a-f]{64}$/.test(name))
    .map(name => join(folder, name))

const sizes = [1, 15, 16, 17, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, 700_001]
test.each(sizes)('a sealed file of %i bytes gives back what was put in', async sizeBytes => {
  const bytes = randomBytes(sizeBytes)
  const sha256 = await kept(bytes)
  expect(await blobs.checked(sha256)).toBe(sizeBytes)
  expect((await read(sha256)).equals(bytes)).toBe(true)
  const [path = ''] = files()
  expect(plainBytesIn(readFileSync(path).byteLength)).toBe(sizeBytes)
})

test('a part is read without the rest, also over the border of two chunks', async () => {
  const bytes = randomBytes(2 * chunkBytes + 5)
  const sha256 = await kept(bytes)
  for (const [start, end] of [
    [0, 0],
    [chunkBytes - 2, chunkBytes + 2],
    [2 * chunkBytes, 2 * chunkBytes + 4],
    [10, 2 * chunkBytes + 3],
  ] as const)
    expect((await read(sha256, start, end)).equals(bytes.subarray(start, end + 1))).toBe(true)
})

test('neither content nor hash of a sealed file can be seen in the folder', async () => {
  const bytes = Buffer.from('a canary that sings'.repeat(1_000))
  const sha256 = await kept(bytes)
  const [path = ''] = files()
  expect(path.includes(sha256)).toBe(false)
  expect(readFileSync(path).includes('canary')).toBe(false)
  expect(blobStoreIn(folder).has(sha256)).toBe(false)
  expect(blobStoreIn(folder, { key: randomBytes(32), writes: true }).has(sha256)).toBe(false)
})

test('two copies of one file look different to who has no key', async () => {
  const bytes = randomBytes(100)
  await kept(bytes)
  const [path = ''] = files()
  const before = readFileSync(path)
  await kept(bytes)
  expect(readFileSync(path).equals(before)).toBe(false)
})

interface Attack {
  readonly name: string
  apply(path: string): void
}
const change = (path: string, at: number) => {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}
const attacks: readonly Attack[] = [
  { name: 'one bit of its id changed', apply: path => change(path, 3) },
  { name: 'one bit of its content changed', apply: path => change(path, fileIdBytes + 1_000) },
  {
    name: 'one bit of its last tag changed',
    apply: path => change(path, readFileSync(path).length - 1),
  },
  {
    name: 'its last chunk cut off',
    apply: path => truncateSync(path, fileIdBytes + 2 * sealedChunkBytes),
  },
  { name: 'cut in the middle of a tag', apply: path => truncateSync(path, fileIdBytes + 8) },
  { name: 'emptied', apply: path => truncateSync(path, 0) },
  {
    name: 'two chunks swapped',
    apply(path) {
      const bytes = readFileSync(path)
      const first = Buffer.from(bytes.subarray(fileIdBytes, fileIdBytes + sealedChunkBytes))
      bytes.copyWithin(
        fileIdBytes,
        fileIdBytes + sealedChunkBytes,
        fileIdBytes + 2 * sealedChunkBytes,
      )
      first.copy(bytes, fileIdBytes + sealedChunkBytes)
      writeFileSync(path, bytes)
    },
  },
  {
    name: 'bytes put behind it',
    apply: path => writeFileSync(path, Buffer.concat([readFileSync(path), randomBytes(40)])),
  },
]
test.each(attacks)('a sealed file is damaged, never shown: $name', async ({ apply }) => {
  const sha256 = await kept(randomBytes(2 * chunkBytes + 50))
  const [path = ''] = files()
  apply(path)
  expect(await blobStoreIn(folder, { key, writes: true }).checked(sha256)).toBeUndefined()
})

test('a file from before the lock is read, then sealed, and taken back when the lock goes', async () => {
  const bytes = randomBytes(300_000)
  const sha256 = await kept(bytes, blobStoreIn(folder))
  expect((await read(sha256)).equals(bytes)).toBe(true)
  for (const path of blobs.misplaced()) await blobs.putRight(path)
  expect(blobs.misplaced()).toEqual([])
  expect(files().every(path => path.endsWith('.sealed'))).toBe(true)
  expect((await read(sha256)).equals(bytes)).toBe(true)

  const opening = blobStoreIn(folder, { key, writes: false })
  for (const path of opening.misplaced()) await opening.putRight(path)
  expect(opening.misplaced()).toEqual([])
  expect((await read(sha256, undefined, undefined, blobStoreIn(folder))).equals(bytes)).toBe(true)
})

test('a file that is added again while the lock is being set is kept once, sealed', async () => {
  const bytes = randomBytes(1_000)
  await kept(bytes, blobStoreIn(folder))
  await kept(bytes)
  expect(files()).toHaveLength(1)
  expect(blobs.misplaced()).toEqual([])
})

test('a file that is taken away while it is being sealed, or opened, does not come back by that', async () => {
  const bytes = randomBytes(20_000_000)
  const sha256 = await kept(bytes, blobStoreIn(folder))
  const [plain = ''] = blobs.misplaced()
  /** Begins, and is under way when this returns. */
  const sealed = async () => {
    const done = blobs.putRight(plain)
    while (readdirSync(join(folder, 'unfinished')).length === 0) await setImmediate()
    return { done }
  }
  const sealing = await sealed()
  blobs.remove(sha256)
  await sealing.done
  expect(files()).toEqual([])
  // Brought again at that very moment it is there.
  await kept(bytes, blobStoreIn(folder))
  const again = await sealed()
  blobs.remove(sha256)
  await kept(bytes)
  await again.done
  expect((await read(sha256)).equals(bytes)).toBe(true)
})

test('a file that is dropped before it is whole leaves nothing', async () => {
  const begun = await blobs.begin()
  await begun.write(randomBytes(1_000))
  await begun.drop()
  await begun.drop()
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})
