import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BlobDamaged, openBlob } from '../evidence/blob-reader.ts'
import { newDeviceKeyIn } from '../keys/device-key.ts'
import { keyFile } from '../keys/key-file.ts'
import { trialFolder } from '../trial/open-program.ts'
import type { Script, ScriptedDistrict } from '../trial/scripted-district.ts'
import { scriptedDistrict } from '../trial/scripted-district.ts'
import type { Line } from './line.ts'
import { lineTo } from './line.ts'
import { Damaged, upload } from './upload.ts'

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let line: Line
let received: Buffer
let verified = false

const chunkBytes = 1_048_576
let bytes: Buffer = randomBytes(chunkBytes * 2 + 17)
let isWhole = true
const sha256 = 'a'.repeat(64)
const { signal } = new AbortController()

beforeEach(async () => {
  folder = trialFolder()
  district = await scriptedDistrict()
  received = Buffer.alloc(0)
  verified = false
  isWhole = true
  bytes = randomBytes(chunkBytes * 2 + 17)
  const key = newDeviceKeyIn(keyFile(join(folder.path, 'key')))
  line = lineTo({ address: district.address, device: 'd1', key, districtNow: Date.now })
  writeFileSync(join(folder.path, 'file'), bytes)
})
afterEach(async () => {
  await district.close()
  folder.remove()
})

const file = () => ({
  sha256,
  sizeBytes: bytes.length,
  mediaType: 'video/mp4',
  chunkBytes,
  open: () => openBlob(join(folder.path, 'file'), undefined),
  isWhole: async () => isWhole,
})

/** tus 1.0 as a server does it, as far as it is used here. */
const server: Script = ({ method, path, headers, body }, response) => {
  response.setHeader('tus-resumable', '1.0.0')
  if (path.startsWith('/sync/v1/blobs/')) response.statusCode = verified ? 200 : 404
  else if (method === 'POST') {
    received = body
    verified = received.equals(bytes)
    if (body.length > 0) response.setHeader('upload-offset', String(body.length))
    response.statusCode = 201
    response.setHeader('location', '/files/one')
  } else if (method === 'HEAD') response.setHeader('upload-offset', String(received.length))
  else if (Number(headers['upload-offset']) === received.length) {
    received = Buffer.concat([received, body])
    verified = received.equals(bytes)
    response.statusCode = 204
  } else response.statusCode = 409
  response.end()
}

function places(): { get(sha: string): string | undefined; set(sha: string, at: string): void } {
  const kept = new Map<string, string>()
  return { get: sha => kept.get(sha) || undefined, set: (sha, at) => void kept.set(sha, at) }
}

const count = (method: string) =>
  district.heard.filter(heard => heard.method === method && heard.path.startsWith('/files')).length

test('a file arrives whole, in chunks', async () => {
  district.script(server)
  await upload(line, file(), places(), signal)
  expect(received.equals(bytes)).toBe(true)
  expect(count('PATCH')).toBe(3)
})

test('a file that is there already is not sent again', async () => {
  verified = true
  district.script(server)
  await upload(line, file(), places(), signal)
  expect(count('POST')).toBe(0)
})

test('an upload that was cut off goes on where it stopped, also after a restart', async () => {
  const known = places()
  let left = 2
  district.script((heard, response) => {
    if (heard.method === 'PATCH' && --left === 0) return void response.destroy()
    return server(heard, response)
  })
  await expect(upload(line, file(), known, signal)).rejects.toMatchObject({ reason: 'network' })
  district.script(server)
  await upload(line, file(), known, signal)
  expect(received.equals(bytes)).toBe(true)
  expect([count('POST'), count('PATCH')]).toEqual([1, 4])
})

test('a district that has forgotten the upload gets it from the beginning', async () => {
  const known = places()
  known.set(sha256, '/files/forgotten')
  district.script((heard, response) => {
    if (!heard.path.startsWith('/files/forgotten')) return server(heard, response)
    response.statusCode = 404
    response.end()
  })
  await upload(line, file(), known, signal)
  expect(received.equals(bytes)).toBe(true)
})

test('a district that takes a chunk and goes silent is left, and the file goes on from there', async () => {
  const known = places()
  let isSilent = true
  district.script((heard, response) => {
    if (heard.method !== 'PATCH' || !isSilent) return server(heard, response)
    // Kept there, and nothing said of it.
    received = Buffer.concat([received, heard.body])
  })
  const impatient: Line = { ...line, send: sent => line.send({ ...sent, quietMs: 200 }) }
  await expect(upload(impatient, file(), known, signal)).rejects.toMatchObject({
    reason: 'network',
  })
  isSilent = false
  await upload(line, file(), known, signal)
  expect(received.equals(bytes)).toBe(true)
  expect([count('POST'), count('PATCH')]).toEqual([1, 3])
})

test('a film of which all came and no answer did is not sent a second time', async () => {
  const lengths: number[] = []
  const known = places()
  known.set(sha256, '/files/one')
  received = bytes
  district.script((heard, response) => {
    if (heard.method === 'PATCH') lengths.push(heard.body.length)
    return server(heard, response)
  })
  await upload(line, file(), known, signal)
  expect([verified, lengths]).toEqual([true, [0]])
})

test('nor is one that became a file while its end was asked for', async () => {
  const known = places()
  known.set(sha256, '/files/one')
  const sent: number[] = []
  district.script((heard, response) => {
    const { method, path, body } = heard
    if (!path.startsWith('/files')) return server(heard, response)
    sent.push(body.length)
    if (method === 'HEAD') response.setHeader('upload-offset', String(bytes.length))
    else {
      verified = true
      response.statusCode = 410
    }
    response.end()
    return undefined
  })
  await upload(line, file(), known, signal)
  expect(sent).toEqual([0, 0])
})

test('a district that is elsewhere at every chunk makes no sense after a few', async () => {
  let offset = 0
  district.script((heard, response) => {
    if (heard.method === 'PATCH') response.statusCode = 409
    else if (heard.method !== 'HEAD' || heard.path.startsWith('/sync'))
      return server(heard, response)
    else response.setHeader('upload-offset', String((offset = 1 - offset)))
    response.end()
  })
  await expect(upload(line, file(), places(), signal)).rejects.toMatchObject({ reason: 'nonsense' })
  expect(count('PATCH')).toBeLessThan(20)
})

test.each(['-1', String(bytes.length + 1)])(
  'a district that holds %s bytes of the file makes no sense',
  async offset => {
    district.script((heard, response) => {
      if (heard.method !== 'HEAD' || heard.path.startsWith('/sync')) return server(heard, response)
      response.setHeader('upload-offset', offset)
      response.end()
    })
    const known = places()
    known.set(sha256, '/files/one')
    await expect(upload(line, file(), known, signal)).rejects.toMatchObject({
      reason: 'nonsense',
    })
    expect(count('PATCH')).toBe(0)
  },
)

test('a small file goes with one request, and leaves no place to be kept', async () => {
  bytes = randomBytes(300_000)
  writeFileSync(join(folder.path, 'file'), bytes)
  const known = places()
  district.script(server)
  await upload(line, file(), known, signal)
  expect(received.equals(bytes)).toBe(true)
  expect([count('POST'), count('PATCH'), known.get(sha256)]).toEqual([1, 0, undefined])
})

test('a district that takes no bytes with the question for a place gets them there', async () => {
  bytes = randomBytes(300_000)
  writeFileSync(join(folder.path, 'file'), bytes)
  district.script((heard, response) =>
    heard.method === 'POST'
      ? server({ ...heard, body: Buffer.alloc(0) }, response)
      : server(heard, response),
  )
  await upload(line, file(), places(), signal)
  expect(received.equals(bytes)).toBe(true)
  expect([count('POST'), count('PATCH')]).toEqual([1, 1])
})

test.each([300_000, chunkBytes + 5])(
  'bytes that are others there (%i): a file that is damaged here is not sent again, a whole one a few times',
  async sizeBytes => {
    bytes = randomBytes(sizeBytes)
    writeFileSync(join(folder.path, 'file'), bytes)
    district.script((heard, response) => {
      const isLast = heard.body.length > 0 && received.length + heard.body.length >= sizeBytes
      if (!isLast) return server(heard, response)
      received = Buffer.alloc(0)
      response.statusCode = 422
      response.end()
    })
    isWhole = false
    await expect(upload(line, file(), places(), signal)).rejects.toBeInstanceOf(Damaged)
    expect(count('POST')).toBe(1)
    isWhole = true
    await expect(upload(line, file(), places(), signal)).rejects.toMatchObject({
      reason: 'nonsense',
    })
    expect(count('POST')).toBe(4)
  },
)

test('a file that can’t be read to its end is no fault of the way', async () => {
  district.script(server)
  const cut = { ...file(), sizeBytes: bytes.length + 9 }
  const shorter = async () => ({ ...(await file().open()), sizeBytes: bytes.length + 9 })
  await expect(upload(line, { ...cut, open: shorter }, places(), signal)).rejects.toBeInstanceOf(
    BlobDamaged,
  )
})

test('a place on another host is not followed', async () => {
  district.script((heard, response) => {
    if (heard.method !== 'POST') return server(heard, response)
    response.statusCode = 201
    response.setHeader('location', 'https://evil.example/files/one')
    response.end()
  })
  await expect(upload(line, file(), places(), signal)).rejects.toMatchObject({ reason: 'nonsense' })
})
