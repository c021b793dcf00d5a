import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtError } from '../../contract/sync/join.ts'
import { hashOf, joined, jsonIn } from '../trial/device.ts'
import type { Answer, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Security row 48, at random: whatever steps an upload takes, the district knows how far it is, and what arrives is the file.

let district: TrialDistrict
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const runs = 40
const tus = { 'tus-resumable': '1.0.0' }
const patch = { ...tus, 'content-type': 'application/offset+octet-stream' }

/** One step of an upload; shares are of the whole file. */
const step = fc.oneof(
  fc.record({
    does: fc.constant('append' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    does: fc.constant('break' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    does: fc.constant('chunked' as const),
    share: fc.double({ min: 0, max: 2, noNaN: true }),
  }),
  fc.record({
    does: fc.constant('two at once' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    does: fc.constant('elsewhere' as const),
    share: fc.double({ min: -1, max: 2, noNaN: true }),
  }),
  fc.record({
    does: fc.constant('too much' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ does: fc.constant('ask' as const), share: fc.constant(0) }),
)

const film = (sizeBytes: number, seed: number) =>
  Buffer.from(Array.from({ length: sizeBytes }, (_, n) => (n * 31 + seed * 17 + (n >> 8)) & 255))

/** How far an upload is; `undefined`: it is none any more. */
async function offsetOf(target: string): Promise<number | undefined> {
  const head = await maya.ask({ method: 'HEAD', target, headers: tus })
  return head.status === 200 ? Number(head.headers['upload-offset']) : undefined
}

/** Sends some bytes without their length, or breaks off after them. */
function stream(target: string, from: number, bytes: Buffer, breaksOff: boolean): Promise<void> {
  return new Promise(resolve => {
    const request = http.request(new URL(target, district.address), {
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

test('what arrives in the end is the file, whatever came before', async () => {
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
          const at = await offsetOf(target)
          if (at === undefined) break
          expect(at).toBeLessThanOrEqual(sizeBytes)
          const length = Math.floor(share * sizeBytes)
          const piece = bytes.subarray(at, at + length)
          if (does === 'append') expect((await maya.append(target, at, piece)).status).toBe(204)
          else if (does === 'break') await stream(target, at, piece, true)
          else if (does === 'chunked')
            await stream(
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
            expect(await offsetOf(target)).toBe(at)
          } else if (does === 'two at once')
            for (const answer of await Promise.all([
              maya.append(target, at, piece),
              maya.append(target, at, bytes.subarray(at)),
            ]))
              expectInOrder(answer)
        }
        for (let tries = 0; tries < 5; tries++) {
          const at = await offsetOf(target)
          if (at === undefined) break
          expectInOrder(await maya.append(target, at, bytes.subarray(at)))
        }
        expect(hashOf((await maya.blob(hashOf(bytes))).body)).toBe(hashOf(bytes))
      },
    ),
    { numRuns: runs },
  )
  expect(readdirSync(join(district.dataFolder, 'uploads'))).toEqual([])
  expect(district.log()).not.toContain('"level":50')
}, 120_000)
