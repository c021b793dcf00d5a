import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { uploadsIn } from './uploads.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const film = Buffer.alloc(700_000, 'a lesson on film ')

const tus = { 'tus-resumable': '1.0.0' }

const left = () => readdirSync(join(district.dataFolder, 'uploads'))

test('a file that arrived whole is there for its owner, and in parts', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.concat([film, Buffer.from('whole')])
  const sha256 = hashOf(bytes)
  expect((await maya.blob(sha256, {}, 'HEAD')).status).toBe(404)
  expect((await maya.upload(bytes)).status).toBe(204)
  const head = await maya.blob(sha256, {}, 'HEAD')
  expect([head.status, head.headers['content-length']]).toEqual([200, String(bytes.length)])
  const got = await maya.blob(sha256)
  expect(hashOf(got.body)).toBe(sha256)
  expect(got.headers['content-security-policy']).toContain('sandbox')
  expect(got.headers['content-disposition']).toBe('attachment')
  const part = await maya.blob(sha256, { range: 'bytes=2-8' })
  expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 2-8/${bytes.length}`])
  expect(part.body.equals(bytes.subarray(2, 9))).toBe(true)
  expect((await maya.blob(sha256, { range: `bytes=${bytes.length}-` })).status).toBe(416)
  expect(left()).toEqual([])
})

test('an upload goes on where it stopped after the district went down', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.concat([film, Buffer.from('resumed')])
  const created = await maya.createUpload(bytes.length, hashOf(bytes), 'video/mp4')
  const target = String(created.headers.location)
  expect(target.startsWith(`${districtPaths.files}/`)).toBe(true)
  await maya.append(target, 0, bytes.subarray(0, 300_000))
  await district.restart()
  const head = await maya.ask({ method: 'HEAD', target, headers: { 'tus-resumable': '1.0.0' } })
  expect(head.headers['upload-offset']).toBe('300000')
  expect((await maya.append(target, 5, bytes.subarray(5))).status).toBe(409)
  expect((await maya.append(target, 300_000, bytes.subarray(300_000))).status).toBe(204)
  expect((await maya.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
})

test('a small file that comes with the question for its place is there, or refused, at once', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('a photo of the board')
  const whole = await maya.uploadAtOnce(bytes)
  expect([whole.status, whole.headers['upload-offset']]).toEqual([201, String(bytes.length)])
  expect((await maya.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
  const other = await maya.uploadAtOnce(bytes, hashOf(film))
  expect(other.status).toBe(422)
  expect((await maya.blob(hashOf(film))).status).toBe(404)
  expect(left()).toEqual([])
})

test('parts that came before and after a crash, and such that were changed on disk meanwhile, are hashed as they lie there', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.concat([film, Buffer.from('in three parts')])
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  await maya.append(target, 0, bytes.subarray(0, 100))
  await maya.append(target, 100, bytes.subarray(100, 300_000))
  await district.restart()
  const onDisk = join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? '')
  writeFileSync(onDisk, Buffer.concat([Buffer.from('!'), bytes.subarray(1, 300_000)]))
  expect((await maya.append(target, 300_000, bytes.subarray(300_000))).status).toBe(422)
  expect((await maya.blob(hashOf(bytes))).status).toBe(404)
})

test('what was whole but not yet checked when the district went down is checked at its start', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('whole at the crash')
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const id = String(created.headers.location).split('/').at(-1) ?? ''
  writeFileSync(join(district.dataFolder, 'uploads', id), bytes)
  await district.restart()
  expect((await maya.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
  expect(left()).toEqual([])
})

test('bytes that are not what their hash says are thrown away', async () => {
  const maya = await joined(district, 'maya')
  const sha256 = hashOf(Buffer.from('what it should be'))
  const answer = await maya.upload(Buffer.from('what came instead'), sha256)
  expect(answer.status).toBe(422)
  expect(answer.body.toString()).toContain('hash_mismatch')
  expect((await maya.blob(sha256)).status).toBe(404)
  expect(left()).toEqual([])
})

test('the same bytes are asked for again from each owner: who has them tells nobody', async () => {
  const maya = await joined(district, 'maya')
  const lucia = await joined(district, 'lucia')
  const bytes = Buffer.from('the same handout')
  await maya.upload(bytes)
  expect((await lucia.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(404)
  expect((await lucia.upload(bytes)).status).toBe(204)
  expect((await lucia.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
})

test('what proxies on the way say of themselves is no reason to refuse a file', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('through two proxies')
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const answer = await maya.ask({
    method: 'POST',
    target: districtPaths.files,
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `sha256 ${base64(hashOf(bytes))},mediaType ${base64('image/png')}`,
      'x-forwarded-proto': 'https, http',
      'x-forwarded-host': 'record.example.org',
      'tus-version': '0.2.2',
      origin: 'null',
    },
  })
  expect(answer.status).toBe(201)
  const target = String(answer.headers.location)
  expect(target.startsWith(`${districtPaths.files}/`)).toBe(true)
  expect((await maya.append(target, 0, bytes)).status).toBe(204)
})

test('an empty file arrives too', async () => {
  const maya = await joined(district, 'maya')
  const nothing = Buffer.alloc(0)
  const created = await maya.createUpload(0, hashOf(nothing))
  expect(created.status).toBe(201)
  expect((await maya.blob(hashOf(nothing), {}, 'HEAD')).status).toBe(200)
})

test('what stayed unfinished for a week is cleared away, and what is younger stays', async () => {
  const maya = await joined(district, 'maya')
  const created = await maya.createUpload(10, hashOf(film))
  const target = String(created.headers.location)
  const uploads = uploadsIn(join(district.dataFolder, 'uploads'), district.program().house)
  await uploads.clear()
  expect((await maya.ask({ method: 'HEAD', target, headers: tus })).status).toBe(200)
  const house = { ...district.program().house, clock: () => Date.now() + 8 * 86_400_000 }
  await uploadsIn(join(district.dataFolder, 'uploads'), house).clear()
  expect((await maya.ask({ method: 'HEAD', target, headers: tus })).status).toBe(404)
  expect(left()).toEqual([])
})

test('an upload of which all is here, and of which nobody was told how it ended, is ended by an empty piece', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.concat([film, Buffer.from('unanswered')])
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  writeFileSync(join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? ''), bytes)
  expect((await maya.append(target, bytes.length, Buffer.alloc(0))).status).toBe(204)
  expect((await maya.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
  expect(left()).toEqual([])
})
