import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DoorRefusal } from '../door/refused.ts'
import { trialFolder } from '../trial/open-program.ts'
import type { BlobStore } from './blob-store.ts'
import { blobStoreIn } from './blob-store.ts'
import type { TakeInLimits } from './take-in.ts'
import { reserveBytes, takeIn } from './take-in.ts'

let folder: ReturnType<typeof trialFolder>
let blobs: BlobStore

beforeEach(() => {
  folder = trialFolder()
  blobs = blobStoreIn(join(folder.path, 'blobs'))
})
afterEach(() => folder.remove())

const roomy: TakeInLimits = { bytesMax: 1_000_000, freeBytes: async () => 1e12 }

async function* parts(...given: readonly (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const part of given) yield Buffer.from(part)
}

interface Given {
  readonly body: AsyncIterable<Uint8Array>
  readonly declaredBytes?: number
  readonly name?: string
  readonly limits?: TakeInLimits
}

async function take({ body, declaredBytes, name = 'a.txt', limits = roomy }: Given) {
  try {
    return await takeIn({ name, declaredBytes, body }, blobs, limits, () => undefined)
  } catch (error) {
    if (error instanceof DoorRefusal) return error.error
    throw error
  }
}

const left = () =>
  readdirSync(blobs.folder, { recursive: true, encoding: 'utf8' }).filter(
    name => name !== 'unfinished' && !/^[0-9a-f]{2}$/.test(name),
  )

test('a file is kept under the hash of its bytes, with the type that they have', async () => {
  const png = readFileSync('content/demo/files/exit-tickets-sorted.png')
  const kept = await take({
    body: parts(png.subarray(0, 1_000), png.subarray(1_000)),
    name: 'x.exe',
  })
  const sha256 = createHash('sha256').update(png).digest('hex')
  expect(kept).toMatchObject({
    file: { sha256, sizeBytes: png.length, mediaType: 'image/png', name: 'x.exe' },
    again: false,
  })
  expect(await blobs.checked(sha256)).toBe(png.length)
})

test('the same bytes under another name are kept once', async () => {
  await take({ body: parts('same') })
  expect(await take({ body: parts('sa', 'me'), name: 'other.txt' })).toMatchObject({ again: true })
  expect(left()).toHaveLength(1)
})

test('a file of 0 bytes is refused, whether that was said or not', async () => {
  const error = { code: 'file_empty', facts: { name: 'a.txt' } }
  expect(await take({ body: parts(), declaredBytes: 0 })).toEqual(error)
  expect(await take({ body: parts() })).toEqual(error)
  expect(left()).toEqual([])
})

test('a file that ends early has vanished, one that grew has changed, and nothing half stays', async () => {
  expect(await take({ body: parts('12345'), declaredBytes: 9 })).toMatchObject({
    code: 'file_vanished',
  })
  expect(await take({ body: parts('12345'), declaredBytes: 3 })).toMatchObject({
    code: 'file_changed',
  })
  expect(left()).toEqual([])
})

test('a sender that breaks off leaves nothing', async () => {
  const broken = async function* () {
    yield Buffer.from('half')
    throw new Error('aborted')
  }
  expect(await take({ body: broken(), declaredBytes: 8 })).toMatchObject({ code: 'file_vanished' })
  expect(left()).toEqual([])
})

test('a file over the limit is refused, declared or found on the way', async () => {
  const limits = { ...roomy, bytesMax: 4 }
  const error = { code: 'file_too_large', facts: { name: 'a.txt', bytesMax: 4 } }
  expect(await take({ body: parts('12345'), declaredBytes: 5, limits })).toEqual(error)
  expect(await take({ body: parts('123', '45'), limits })).toEqual(error)
  expect(left()).toEqual([])
})

test('what would not fit is refused before it is written, with the room that is needed and free', async () => {
  const limits = { ...roomy, freeBytes: async () => reserveBytes + 99 }
  expect(await take({ body: parts('x'), declaredBytes: 100, limits })).toEqual({
    code: 'disk_full',
    facts: { neededBytes: 100, freeBytes: 99 },
  })
  expect(await take({ body: parts('x'), declaredBytes: 1, limits })).toMatchObject({ again: false })
})

test('a folder that may not be written to says so', async () => {
  // What the file system says of it, for whoever runs this: the superuser may write into any folder.
  for (const code of ['EACCES', 'EPERM', 'EROFS']) {
    const begin = () => Promise.reject(Object.assign(new Error(code), { code }))
    const refused = takeIn(
      { name: 'a.txt', declaredBytes: undefined, body: parts('x') },
      { ...blobs, begin },
      roomy,
      () => undefined,
    )
    await expect(refused).rejects.toMatchObject({ error: { code: 'folder_read_only' } })
  }
})

test('a name of 300 signs, or right to left, is kept as data and is no path', async () => {
  for (const name of ['ж'.repeat(300), '\u202Egpj.exe', '../../etc/passwd', 'CON', 'a\u0000b']) {
    const kept = await take({ body: parts(name), name })
    expect(kept).toMatchObject({ file: { name } })
  }
  expect(existsSync(join(blobs.folder, '..', '..', 'etc'))).toBe(false)
  expect(left().every(path => /^[0-9a-f]{2}[/\\][0-9a-f]{64}$/.test(path))).toBe(true)
})

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['<?xml version="1.0"?>\n<svg></svg>', 'image/svg+xml'],
  ['<!doctype html><p>x', 'text/html'],
  ['Plain words, ünïcode.', 'text/plain'],
  ['%PDF-1.7\n', 'application/pdf'],
  [Buffer.from([0, 1, 2, 3, 255]), 'application/octet-stream'],
])('%s is %s', async (bytes, mediaType) => {
  expect(await take({ body: parts(bytes) })).toMatchObject({ file: { mediaType } })
})

test('a file that was damaged on the disk is not handed out', async () => {
  const bytes = randomBytes(1_000)
  const kept = await take({ body: parts(bytes) })
  if (!('file' in kept)) throw new Error('not kept')
  const { sha256 } = kept.file
  const path = join(blobs.folder, sha256.slice(0, 2), sha256)
  writeFileSync(path, Buffer.concat([bytes.subarray(1), Buffer.from('x')]))
  expect(await blobStoreIn(blobs.folder).checked(sha256)).toBeUndefined()
})
