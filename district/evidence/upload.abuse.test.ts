import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { codeIn, hashOf, joined, send } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { readUploadMetadata } from './upload-metadata.ts'

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

test('nobody begins more than a hundred uploads', async () => {
  const lucia = await joined(district, 'lucia')
  let last = 0
  for (let n = 0; n <= 100; n++) last = (await lucia.createUpload(n + 1, hashOf(bytes))).status
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
