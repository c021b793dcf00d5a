import { createHash, randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eachLibrary } from '../trial/each-library.ts'
import { piece } from '../trial/library.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import { scriptedDistrict } from '../trial/scripted-district.ts'
import { lanesMax } from './lanes.ts'
import type { Line } from './line.ts'
import { lineTo } from './line.ts'
import { sentMark } from './sent-mark.ts'
import type { Uploads } from './uploads.ts'
import { uploadsOf } from './uploads.ts'
import { patienceMs } from '../../test/builders/patience.ts'

// Several files on their way at once, against a district that answers when it is told to.

const library = eachLibrary()
let district: ScriptedDistrict
let line: Line
let uploads: Uploads
let nowMs: number
/** Requests with bytes that wait for an answer, by the file that they are of. */
let held: Map<string, () => void>
let mostHeld = 0
let there: Map<string, Buffer>
let hasRoom = true
let pieces: ReturnType<typeof piece>[]
const { signal } = new AbortController()

beforeEach(async () => {
  district = await scriptedDistrict()
  held = new Map()
  there = new Map()
  hasRoom = true
  pieces = []
  nowMs = 1_000
  const { store, blobs, key } = library
  line = lineTo({ address: district.address, device: 'd1', key, districtNow: Date.now })
  uploads = uploadsOf(
    { store, blobs, clock: () => nowMs },
    { onProgress: () => undefined, claimsHeld: () => new Set() },
  )
  answering()
})
afterEach(async () => {
  await district.close()
})

function answering(): void {
  district.script(({ method, path, headers, body }, response) => {
    response.setHeader('tus-resumable', '1.0.0')
    if (path === '/sync/v1/room') return { usedBytes: 0, bytesMax: 10, files: 0, filesMax: 10 }
    const last = path.split('/').at(-1) ?? ''
    if (method === 'HEAD') return end(response, there.has(last) ? 200 : 404)
    if (method === 'POST' && body.length === 0) {
      response.setHeader('location', `/files/${shaIn(headers)}`)
      return end(response, 201)
    }
    if (method === 'POST' && !hasRoom) {
      response.statusCode = 507
      const facts = { usedBytes: 9, bytesMax: 10, files: 1, filesMax: 10, sizeBytes: body.length }
      return { code: 'quota', facts }
    }
    const sha = method === 'POST' ? shaIn(headers) : last
    held.set(sha, () => {
      held.delete(sha)
      there.set(sha, body)
      response.setHeader('upload-offset', String(body.length))
      if (method === 'POST') response.setHeader('location', `/files/${sha}`)
      end(response, method === 'POST' ? 201 : 204)
    })
    mostHeld = Math.max(mostHeld, held.size)
    return undefined
  })
}

function end(response: ServerResponse, status: number): undefined {
  response.statusCode = status
  response.end()
}

function shaIn(headers: Readonly<Record<string, unknown>>): string {
  const named = /sha256 ([^,]+)/.exec(String(headers['upload-metadata']))?.[1] ?? ''
  return Buffer.from(named, 'base64').toString()
}

/** Takes files in; their hashes. */
async function take(...sizesBytes: readonly number[]): Promise<string[]> {
  const { store, blobs, owner } = library
  const shas: string[] = []
  for (const sizeBytes of sizesBytes) {
    const bytes = randomBytes(sizeBytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const begun = await blobs.begin()
    await begun.write(bytes)
    await begun.keep(sha256)
    const mediaType = 'image/jpeg'
    store.noteBlob({ sha: sha256, owner, sizeBytes, mediaType, verifiedAt: 1 })
    const file = { sha256, sizeBytes, mediaType, name: 'a.jpg' }
    pieces.push(piece(owner, sha256, { file, addedAt: pieces.length }))
    shas.push(sha256)
  }
  store.seed(pieces)
  uploads.look()
  return shas
}

const until = (check: () => void) => vi.waitFor(check, { timeout: patienceMs, interval: 5 })
const heldNow = () => [...held.keys()].toSorted()
const answerOne = (sha = [...held.keys()][0] ?? '') => held.get(sha)?.()
const isSent = (sha: string) => library.store.meta(sentMark(library.store) + sha) === '1'
const asked = (method: string, part: string) =>
  district.heard.filter(one => one.method === method && one.path.startsWith(part)).length

test('photos go one, then two, then up to four at once; all of them are noted, and progress is told', async () => {
  const shas = await take(...Array.from({ length: 12 }, (_, n) => 300 + n))
  const run = uploads.run(line, signal)
  const most: number[] = []
  for (let answered = 0; answered < shas.length; answered++) {
    const left = shas.length - answered
    await until(() => expect(held.size).toBe(Math.min(answered + 1, lanesMax, left)))
    most.push(held.size)
    await until(() => expect(uploads.progress()).toEqual({ sent: answered, all: shas.length }))
    answerOne()
  }
  expect(await run).toBe(true)
  expect(Math.max(...most)).toBe(lanesMax)
  expect(shas.filter(isSent)).toEqual(shas)
  expect([uploads.isWaiting(), uploads.progress()]).toEqual([false, { sent: 0, all: 0 }])
})

test('a photo that takes long is followed by one at a time', async () => {
  const shas = await take(...Array.from({ length: 6 }, (_, n) => 300 + n))
  const run = uploads.run(line, signal)
  await until(() => expect(held.size).toBe(1))
  answerOne()
  await until(() => expect(held.size).toBe(2))
  nowMs += 20_000
  answerOne()
  answerOne()
  mostHeld = 0
  for (let answered = 3; answered < shas.length; answered++) {
    await until(() => expect(held.size).toBe(1))
    nowMs += 20_000
    answerOne()
  }
  await run
  expect([shas.filter(isSent).length, mostHeld]).toEqual([shas.length, 1])
})

test('a photo that is added while a film goes does not wait for its end', async () => {
  const [film = ''] = await take(1_500_000)
  const run = uploads.run(line, signal)
  await until(() => expect(heldNow()).toEqual([film]))
  const [photo = ''] = await take(400)
  await until(() => expect(heldNow()).toEqual([film, photo].toSorted()))
  answerOne(photo)
  await until(() => expect(uploads.progress()).toEqual({ sent: 1, all: 2 }))
  answerOne(film)
  await run
  expect([isSent(film), isSent(photo)]).toEqual([true, true])
})

test('where the way breaks, all that was on it waits for the next turn, and what arrived is not sent again', async () => {
  const shas = await take(...Array.from({ length: 5 }, (_, n) => 300 + n))
  const run = uploads.run(line, signal)
  await until(() => expect(held.size).toBe(1))
  answerOne()
  await until(() => expect(held.size).toBe(2))
  const under = heldNow()
  await district.down()
  await expect(run).rejects.toMatchObject({ reason: 'network' })
  expect(shas.filter(isSent)).toHaveLength(1)
  expect(uploads.isWaiting()).toBe(true)
  held.clear()
  await district.up()
  // It did arrive: its answer alone was lost. It is asked about, and not sent again.
  there.set(under[0] ?? '', Buffer.from('kept'))
  const again = uploads.run(line, signal)
  for (let left = 3; left > 0; left--) {
    await until(() => expect(held.size).toBeGreaterThan(0))
    expect(held.has(under[0] ?? '')).toBe(false)
    answerOne()
  }
  await again
  expect(shas.filter(isSent)).toEqual(shas)
})

test('a photo that has just come is not asked about; one that waited at the start is', async () => {
  await take(300)
  const first = uploads.run(line, signal)
  await until(() => expect(held.size).toBe(1))
  answerOne()
  await first
  expect(asked('HEAD', '/sync/v1/blobs')).toBe(1)
  await take(301)
  const second = uploads.run(line, signal)
  await until(() => expect(held.size).toBe(1))
  answerOne()
  await second
  expect(asked('HEAD', '/sync/v1/blobs')).toBe(1)
})

test('a new photo that is there already needs no room', async () => {
  await uploads.run(line, signal)
  hasRoom = false
  const [sha = '', other = ''] = await take(300, 301)
  there.set(sha, Buffer.from('by another computer'))
  await uploads.run(line, signal)
  expect([isSent(sha), isSent(other), uploads.lackingRoom()]).toEqual([true, false, 1])
})
