import { randomBytes } from 'node:crypto'
import http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Upload } from 'tus-js-client'
import { districtPaths } from '../../contract/sync/version.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// The protocol's own client, by its makers, with nothing of ours but the signature: it finds what it needs.

let district: TrialDistrict
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

type Options = NonNullable<ConstructorParameters<typeof Upload>[1]>

/** What it asked, method by method. */
interface Sent {
  readonly methods: string[]
  readonly upload: Upload
  readonly done: Promise<void>
}

function sending(bytes: Buffer, options: Options = {}): Sent {
  const methods: string[] = []
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  const upload = new Upload(bytes, {
    endpoint: `${district.address}${districtPaths.files}`,
    metadata: { sha256: hashOf(bytes), mediaType: 'video/mp4' },
    retryDelays: [0, 10, 20],
    storeFingerprintForResuming: false,
    onBeforeRequest(request) {
      const { pathname } = new URL(request.getURL())
      const method = request.getMethod()
      methods.push(method)
      const signed = Object.entries(maya.signed({ method, target: pathname }))
      for (const [name, value] of signed) request.setHeader(name, value)
    },
    onSuccess: () => resolve(),
    onError: error => reject(error),
    ...options,
  })
  upload.start()
  return { methods, upload, done }
}

const arrived = async (bytes: Buffer) => hashOf((await maya.blob(hashOf(bytes))).body)

test('it creates an upload, appends to it, and the file is there', async () => {
  const film = randomBytes(400_000)
  const { methods, done } = sending(film)
  await done
  expect(methods).toEqual(['POST', 'PATCH'])
  expect(await arrived(film)).toBe(hashOf(film))
})

test('it sends in pieces, the first of them with the question for a place', async () => {
  const film = randomBytes(400_000)
  const { methods, done } = sending(film, { chunkSize: 150_000, uploadDataDuringCreation: true })
  await done
  expect(methods).toEqual(['POST', 'PATCH', 'PATCH'])
  expect(await arrived(film)).toBe(hashOf(film))
  const photo = randomBytes(90_000)
  const small = sending(photo, { uploadDataDuringCreation: true })
  await small.done
  expect([small.methods, await arrived(photo)]).toEqual([['POST'], hashOf(photo)])
})

test('it is stopped, asks how far it is, and goes on there', async () => {
  const film = randomBytes(400_000)
  const { upload, methods } = sending(film, {
    chunkSize: 100_000,
    onChunkComplete: (_size, accepted) => {
      if (accepted === 200_000) void upload.abort()
    },
  })
  await expect.poll(() => methods.length).toBeGreaterThanOrEqual(3)
  await upload.abort()
  const again = sending(film, { uploadUrl: upload.url, chunkSize: 100_000 })
  await again.done
  expect(again.methods[0]).toBe('HEAD')
  expect(again.methods.length).toBeLessThan(5)
  expect(await arrived(film)).toBe(hashOf(film))
})

test('its connection breaks in the middle of a piece, and it goes on after what came', async () => {
  const film = randomBytes(3_000_000)
  let left = 1
  // A way that breaks once.
  const broken = http.createServer((incoming, outgoing) => {
    const isCut = incoming.method === 'PATCH' && left-- > 0
    const onward = http.request(
      new URL(incoming.url ?? '', district.address),
      { method: incoming.method, headers: incoming.headers, agent: false },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => incoming.socket.destroy())
    let passed = 0
    incoming.on('data', (part: Buffer) => {
      passed += part.length
      onward.write(part)
      if (isCut && passed > 1_000_000) {
        onward.destroy()
        incoming.socket.destroy()
      }
    })
    incoming.on('end', () => onward.end())
  })
  await new Promise<void>(resolve => broken.listen(0, '127.0.0.1', resolve))
  const address = broken.address()
  const port = typeof address === 'object' ? address?.port : 0
  const endpoint = `http://127.0.0.1:${port}${districtPaths.files}`
  const { methods, done } = sending(film, { endpoint })
  await done
  // However often it asks, or is told another place, over a line that has just broken: it begins nothing anew.
  expect(methods.filter(method => method === 'POST')).toHaveLength(1)
  expect(methods.filter(method => method === 'PATCH').length).toBeGreaterThan(1)
  expect(methods[2]).toBe('HEAD')
  expect(await arrived(film)).toBe(hashOf(film))
  await new Promise(resolve => broken.close(resolve))
})

test('it ends an upload, and what was sent of it is gone', async () => {
  const film = randomBytes(400_000)
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
  const { upload, methods } = sending(film, {
    chunkSize: 100_000,
    onChunkComplete: (_size, accepted) => {
      if (accepted === 200_000) upload.abort(true).then(resolve, reject)
    },
  })
  await ended
  expect(methods.at(-1)).toBe('DELETE')
  expect((await maya.blob(hashOf(film), {}, 'HEAD')).status).toBe(404)
})
