import { readdirSync, statSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { codeIn, hashOf, joined, send } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { readUploadMetadata } from './upload-metadata.ts'
import { patienceMs } from '../../test/builders/patience.ts'

// Security rows 48 and 49: tricks with tus, and a district that tells who has which file.

let district: TrialDistrict
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const bytes = Buffer.from('exit tickets')
const tus = { 'tus-resumable': '1.0.0' }

test('an upload is its owner’s: to others, and without a signature, it isn’t there', async () => {
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  const jonah = await joined(district, 'jonah')
  expect((await jonah.ask({ method: 'HEAD', target, headers: tus })).status).toBe(404)
  expect((await jonah.append(target, 0, bytes)).status).toBe(404)
  expect((await jonah.ask({ method: 'DELETE', target, headers: tus })).status).toBe(404)
  expect((await send(district.address, { method: 'HEAD', target, headers: tus })).status).toBe(401)
  expect((await maya.append(target, 0, bytes)).status).toBe(204)
})

test('a method that is overridden, parts that are joined and a length that comes later are refused', async () => {
  const created = await maya.createUpload(bytes.length, hashOf(Buffer.from('other')))
  const target = String(created.headers.location)
  for (const header of [
    { 'x-http-method-override': 'DELETE' },
    { 'upload-concat': 'final;/files/a /files/b' },
    { 'upload-defer-length': '1' },
  ]) {
    const headers = { ...tus, ...header }
    expect(codeIn(await maya.ask({ method: 'POST', target: districtPaths.files, headers }))).toBe(
      'malformed',
    )
  }
  expect((await maya.ask({ method: 'HEAD', target, headers: tus })).status).toBe(200)
})

test('no file is read through the uploads, and no path leads out of them', async () => {
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  expect((await maya.ask({ method: 'GET', target, headers: tus })).status).toBe(404)
  for (const path of [
    '/../record.sqlite',
    '/..%2frecord.sqlite',
    '/a/b',
    '/',
    '//',
    `/${'0'.repeat(32)}`,
  ])
    expect(
      (await maya.ask({ method: 'HEAD', target: `${districtPaths.files}${path}`, headers: tus }))
        .status,
    ).toBe(404)
})

test('a film of more than two gigabytes is refused before a byte of it is sent', async () => {
  const answer = await maya.createUpload(fileBytesMax + 1, hashOf(bytes))
  expect([answer.status, codeIn(answer)]).toEqual([413, 'too_large'])
  for (const length of [Number.NaN, -1, 1.5])
    expect(codeIn(await maya.createUpload(length, hashOf(bytes)))).toBe('malformed')
})

test('lengths and offsets that are none are refused, and nothing is written for them', async () => {
  const ask = (
    method: string,
    target: string,
    headers: Record<string, string>,
    body?: Uint8Array,
  ) =>
    maya.ask(
      { method, target, headers: { ...tus, ...headers }, ...(body === undefined ? {} : { body }) },
      { digestOf: new Uint8Array() },
    )
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const metadata = `sha256 ${base64(hashOf(bytes))},mediaType ${base64('image/png')}`
  const odd = ['', '-1', '-0', '+12', '1e3', '0x0c', '12.0', '12,12', '9'.repeat(30), 'NaN']
  for (const length of odd) {
    const headers = { 'upload-length': length, 'upload-metadata': metadata }
    const { status } = await ask('POST', districtPaths.files, headers)
    expect([length, status]).toEqual([length, 400])
  }
  const target = String((await maya.createUpload(bytes.length, hashOf(bytes))).headers.location)
  const type = { 'content-type': 'application/offset+octet-stream' }
  for (const offset of [...odd, '5', '13']) {
    const answer = await ask('PATCH', target, { ...type, 'upload-offset': offset }, bytes)
    expect([offset, answer.status]).toEqual([offset, expect.toSatisfy(isRefused)])
    expect(codeIn(answer)).toMatch(/^(malformed|not_found|too_large)$/)
  }
  for (const wrong of ['text/plain', 'application/offset+octet-stream; charset=utf-8']) {
    const headers = { 'content-type': wrong, 'upload-offset': '0' }
    expect((await ask('PATCH', target, headers, bytes)).status).toSatisfy(isRefused)
  }
  for (const version of ['0.2.2', '1.0.0, 1.0.0', '']) {
    const headers = { ...type, 'upload-offset': '0', 'tus-resumable': version }
    expect(codeIn(await ask('PATCH', target, headers, bytes))).toBe('malformed')
  }
  // More than was said is not kept, and what was said still fits.
  const more = Buffer.concat([bytes, bytes])
  expect((await maya.append(target, 0, more)).status).toSatisfy(isRefused)
  const at = Number(
    (await maya.ask({ method: 'HEAD', target, headers: tus })).headers['upload-offset'],
  )
  expect(at).toBeLessThanOrEqual(bytes.length)
  if (at < bytes.length)
    expect((await maya.append(target, at, bytes.subarray(at))).status).toBe(204)
  expect(hashOf((await maya.blob(hashOf(bytes))).body)).toBe(hashOf(bytes))
  expect(district.log()).not.toContain('"level":50')
})

test('two that send other bytes for one upload at once make no file of both', async () => {
  const film = Buffer.alloc(900_000, 'the film ')
  const other = Buffer.alloc(900_000, 'another ')
  for (let n = 0; n < 4; n++) {
    const target = String((await maya.createUpload(film.length, hashOf(film))).headers.location)
    const answers = await Promise.all([
      maya.append(target, 0, n % 2 === 0 ? film : other),
      maya.append(target, 0, n % 2 === 0 ? other : film),
      maya.append(target, 300_000, film.subarray(300_000)),
    ])
    for (const { status } of answers) expect(status).not.toBe(500)
    const { status, body } = await maya.blob(hashOf(film))
    if (status === 200) expect(hashOf(body)).toBe(hashOf(film))
    expect((await maya.blob(hashOf(other))).status).toBe(404)
  }
  expect((await maya.upload(film)).status).toBe(204)
  expect(hashOf((await maya.blob(hashOf(film))).body)).toBe(hashOf(film))
})

test('a line that broke unnoticed does not keep its owner from going on by another', async () => {
  const film = Buffer.alloc(500_000, 'a film ')
  const target = String((await maya.createUpload(film.length, hashOf(film))).headers.location)
  const appending = { method: 'PATCH', target }
  const stalled = http.request(new URL(target, district.address), {
    method: 'PATCH',
    agent: false,
    headers: {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'content-length': String(film.length),
      'upload-offset': '0',
      ...maya.signed(appending),
    },
  })
  const answered = new Promise<number>(resolve =>
    stalled.on('response', ({ statusCode = 0 }) => resolve(statusCode)),
  )
  stalled.on('error', () => undefined)
  stalled.write(film.subarray(0, 200_000))
  const path = join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? '')
  await vi.waitFor(() => expect(statSync(path).size).toBe(200_000), patienceMs)
  const head = await maya.ask({ method: 'HEAD', target, headers: tus })
  expect(head.headers['upload-offset']).toBe('200000')
  expect(await answered).toBe(409)
  expect((await maya.append(target, 200_000, film.subarray(200_000))).status).toBe(204)
  expect(hashOf((await maya.blob(hashOf(film))).body)).toBe(hashOf(film))
  stalled.destroy()
})

test('an upload that its owner ends is gone, and one that arrived can’t be ended', async () => {
  const target = String((await maya.createUpload(5, hashOf(bytes))).headers.location)
  const ended = { method: 'DELETE', target, headers: tus }
  expect((await maya.ask(ended)).status).toBe(204)
  expect((await maya.ask(ended)).status).toBe(404)
  expect((await maya.append(target, 0, bytes.subarray(0, 5))).status).toBe(404)
  const whole = Buffer.from('a file that arrived')
  const created = await maya.createUpload(whole.length, hashOf(whole))
  const place = String(created.headers.location)
  await maya.append(place, 0, whole)
  expect((await maya.ask({ ...ended, target: place })).status).toBe(404)
  expect((await maya.blob(hashOf(whole), {}, 'HEAD')).status).toBe(200)
})

const isRefused = (status: number) => status >= 400 && status < 500

test('nobody begins more than a hundred uploads', async () => {
  const lucia = await joined(district, 'lucia')
  let last = 0
  for (let n = 0; n <= 100; n++)
    last = (await lucia.createUpload(1, hashOf(Buffer.from([n])))).status
  expect(last).toBe(503)
})

test('metadata is two names of ours and nothing else', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const good = `sha256 ${base64(hashOf(bytes))},mediaType ${base64('image/png')}`
  expect(readUploadMetadata(good)).toEqual({ sha256: hashOf(bytes), mediaType: 'image/png' })
  for (const bad of [
    undefined,
    '',
    `${good},owner ${base64('jonah')}`,
    `${good},__proto__ ${base64('{}')}`,
    `${good},sha256 ${base64(hashOf(bytes))}`,
    `sha256 ${base64('../../x')},mediaType ${base64('image/png')}`,
    `sha256 ${base64(hashOf(bytes))},mediaType ${base64('image/png\r\nset-cookie: a')}`,
    'x'.repeat(5_000),
  ])
    expect(() => readUploadMetadata(bad)).toThrow('malformed')
})

test('a hash of nobody’s file, of another’s file and no hash at all have one answer', async () => {
  const jonah = await joined(district, 'jonah')
  const mine = Buffer.from('only mine')
  await maya.upload(mine)
  const answers = await Promise.all(
    [hashOf(mine), hashOf(Buffer.from('nobody’s')), 'no-hash'].map(sha => jonah.blob(sha)),
  )
  expect(new Set(answers.map(answer => `${answer.status} ${answer.body.toString()}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(404)
})

test('a small file that is cut off on its way, as on a bad network, leaves nothing that takes room or a place', async () => {
  const ruth = await joined(district, 'ruth')
  const uploads = () => readdirSync(join(district.dataFolder, 'uploads'))
  const before = uploads().length
  const small = Buffer.alloc(500_000, 'a photo')
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const sending = { method: 'POST', target: districtPaths.files }
  const cutOff = () => {
    const request = http.request(new URL(sending.target, district.address), {
      method: sending.method,
      agent: false,
      headers: {
        ...tus,
        'content-type': 'application/offset+octet-stream',
        'content-length': String(small.length),
        'upload-length': String(small.length),
        'upload-metadata': `sha256 ${base64(hashOf(small))},mediaType ${base64('image/png')}`,
        ...ruth.signed(sending),
      },
    })
    request.on('error', () => undefined)
    request.write(small.subarray(0, 100_000))
    return request
  }
  for (let n = 1; n <= 3; n++) {
    const request = cutOff()
    await vi.waitFor(() => expect(uploads().length).toBeGreaterThan(before), patienceMs)
    request.destroy()
    await vi.waitFor(() => expect(uploads()).toHaveLength(before), patienceMs)
  }
  expect((await ruth.upload(small)).status).toBe(204)
})
