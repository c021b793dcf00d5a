import fc from 'fast-check'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import http from 'node:http'
import { basename, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { districtError } from '../../contract/sync/join.ts'
import { closeServer, listenOn } from '../listen/server.ts'
import { hashOf, joined, jsonIn } from '../trial/device.ts'
import type { Answer, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Security row 48, at random: whatever steps an upload takes, the district knows how far it is, and what arrives is the file.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterEach(() => district.restart())
afterAll(() => district.close())

const runs = 40
const tus = { 'tus-resumable': '1.0.0' }
const patch = { ...tus, 'content-type': 'application/offset+octet-stream' }

/** Of the whole file, in hundredths: what is drawn from all numbers there are is nearly always next to nothing. */
const share = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map(hundredths => hundredths / 100)

/** One step of an upload. */
const step = fc.oneof(
  fc.record({ does: fc.constant('append' as const), share: share(0, 1) }),
  fc.record({ does: fc.constant('break' as const), share: share(0, 1) }),
  fc.record({ does: fc.constant('chunked' as const), share: share(0, 2) }),
  fc.record({ does: fc.constant('two at once' as const), share: share(0, 1) }),
  fc.record({ does: fc.constant('elsewhere' as const), share: share(-1, 2) }),
  fc.record({ does: fc.constant('too much' as const), share: share(0, 1) }),
  fc.record({ does: fc.constant('ask' as const), share: fc.constant(0) }),
)

const film = (sizeBytes: number, seed: number) =>
  Buffer.from(Array.from({ length: sizeBytes }, (_, n) => (n * 31 + seed * 17 + (n >> 8)) & 255))

/** How far an upload is; `undefined`: it is none any more. */
async function offsetOf(maya: TrialDevice, target: string): Promise<number | undefined> {
  const head = await maya.ask({ method: 'HEAD', target, headers: tus })
  return head.status === 200 ? Number(head.headers['upload-offset']) : undefined
}

/** Sends some bytes without their length, or breaks off after them. */
function stream(
  maya: TrialDevice,
  target: string,
  from: number,
  bytes: Buffer,
  breaksOff: boolean,
): Promise<void> {
  return new Promise(resolve => {
    const request = http.request(new URL(target, maya.district.address), {
      method: 'PATCH',
      agent: false,
      headers: {
        ...patch,
        'upload-offset': String(from),
        ...(breaksOff ? { 'content-length': String(bytes.length + 1) } : {}),
        ...maya.signed({ method: 'PATCH', target }),
      },
    })
    request.on('error', () => resolve())
    request.on('response', answer => answer.resume().on('end', () => resolve()))
    if (breaksOff) request.write(bytes, () => setTimeout(() => request.destroy(), 5))
    else {
      // In two steps: its length would be told beforehand.
      request.write(bytes)
      request.end()
    }
  })
}

function expectInOrder(answer: Answer): void {
  expect([204, 404, 409, 413]).toContain(answer.status)
  if (answer.status >= 400)
    expect(districtError.strict().safeParse(jsonIn(answer)).success).toBe(true)
}

/** Throws where it is not so; with the smallest steps that show it, unless any will do. */
async function arrivesWhatever(maya: TrialDevice, anyWillDo = false): Promise<void> {
  let seed = 0
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 200_000 }),
      fc.array(step, { maxLength: 8 }),
      async (sizeBytes, steps) => {
        const bytes = film(sizeBytes, ++seed)
        const created = await maya.createUpload(sizeBytes, hashOf(bytes))
        expect(created.status).toBe(201)
        const target = String(created.headers.location)
        for (const { does, share } of steps) {
          const at = await offsetOf(maya, target)
          if (at === undefined) break
          expect(at).toBeLessThanOrEqual(sizeBytes)
          const length = Math.floor(share * sizeBytes)
          const piece = bytes.subarray(at, at + length)
          if (does === 'append') expect((await maya.append(target, at, piece)).status).toBe(204)
          else if (does === 'break') await stream(maya, target, at, piece, true)
          else if (does === 'chunked')
            await stream(
              maya,
              target,
              at,
              Buffer.concat([piece, Buffer.alloc(Math.max(0, length - piece.length))]),
              false,
            )
          else if (does === 'elsewhere' && at + length !== at && at + length >= 0)
            expect([409, 413]).toContain((await maya.append(target, at + length, piece)).status)
          else if (does === 'too much') {
            const more = Buffer.concat([bytes.subarray(at), Buffer.alloc(1 + length)])
            expect((await maya.append(target, at, more)).status).toBe(413)
            // It was told beforehand: nothing of it was taken.
            expect(await offsetOf(maya, target)).toBe(at)
          } else if (does === 'two at once')
            for (const answer of await Promise.all([
              maya.append(target, at, piece),
              maya.append(target, at, bytes.subarray(at)),
            ]))
              expectInOrder(answer)
        }
        for (let tries = 0; tries < 5; tries++) {
          const at = await offsetOf(maya, target)
          if (at === undefined) break
          expectInOrder(await maya.append(target, at, bytes.subarray(at)))
        }
        expect(hashOf((await maya.blob(hashOf(bytes))).body)).toBe(hashOf(bytes))
      },
    ),
    { numRuns: runs, endOnFailure: anyWillDo },
  )
}

test('what arrives in the end is the file, whatever came before', async () => {
  await arrivesWhatever(await joined(district, 'maya'))
  expect(readdirSync(join(district.dataFolder, 'uploads'))).toEqual([])
  expect(district.log()).not.toContain('"level":50')
}, 120_000)

/** Before a district that does not look at the place a piece is for: it hears of the place that it goes on from. */
async function frontWithoutOffsets(): Promise<{ readonly address: string; end(): void }> {
  const hereOf = (target: string): number => {
    const path = join(district.dataFolder, 'uploads', basename(target))
    return existsSync(path) ? statSync(path).size : 0
  }
  const front = http.createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    const bent = method === 'PATCH' ? { 'upload-offset': String(hereOf(url)) } : {}
    const asked = http.request(new URL(url, district.address), {
      ...{ method, agent: false, headers: { ...headers, ...bent } },
    })
    asked.on('error', () => outgoing.destroy())
    asked.on('response', answer => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    incoming.on('error', () => asked.destroy())
    incoming.pipe(asked)
  })
  const port = await listenOn(front, '127.0.0.1', 0)
  return {
    address: `http://127.0.0.1:${port}`,
    end: () => void closeServer(front),
  }
}

/** The district takes each file for what it is said to be. */
function believeFiles(): void {
  const { blobs } = district.program().house
  Object.assign(blobs, {
    async keep(unfinished: string, sha256: string) {
      await mkdir(dirname(blobs.pathOf(sha256)), { recursive: true })
      await rename(unfinished, blobs.pathOf(sha256))
      return 'kept'
    },
  })
}

test.each([
  ['noOffset', false],
  ['noOffset with noHash', true],
] as const)(
  'the planted mistake %s is noticed',
  async (_mistake, believesFiles) => {
    if (believesFiles) believeFiles()
    const front = await frontWithoutOffsets()
    const maya = await joined({ ...district, address: front.address }, 'maya')
    await expect(arrivesWhatever(maya, true)).rejects.toThrow('Property failed')
    front.end()
  },
  120_000,
)
