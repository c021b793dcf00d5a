import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
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

test('a part of which less is on the disk than came is gone on with from there', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.concat([film, Buffer.from('written in part')])
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  await maya.append(target, 0, bytes.subarray(0, 300_000))
  truncateSync(join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? ''), 200_000)
  const head = await maya.ask({ method: 'HEAD', target, headers: tus })
  expect(head.headers['upload-offset']).toBe('200000')
  expect((await maya.append(target, 200_000, bytes.subarray(200_000))).status).toBe(204)
  expect((await maya.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
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

test('a part of which more is on the disk than the whole file has is forgotten, and begun anew', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('longer than it ever was')
  const created = await maya.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  const onDisk = join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? '')
  writeFileSync(onDisk, Buffer.concat([bytes, Buffer.from('!')]))
  expect((await maya.ask({ method: 'HEAD', target, headers: tus })).status).toBe(404)
  expect(left()).toEqual([])
  expect((await maya.upload(bytes)).status).toBe(204)
})

test('one file that can’t be ended keeps no district from starting, and goes on once its disk is well', async () => {
  const maya = await joined(district, 'maya')
  const bad = Buffer.from('bad part of the disk')
  const good = Buffer.from('good part of the disk')
  const targets: string[] = []
  for (const bytes of [bad, good]) {
    const created = await maya.createUpload(bytes.length, hashOf(bytes))
    const target = String(created.headers.location)
    targets.push(target)
    writeFileSync(join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? ''), bytes)
  }
  // In the way of the folder that the file belongs into.
  const inTheWay = join(district.dataFolder, 'blobs', hashOf(bad).slice(0, 2))
  writeFileSync(inTheWay, '')
  await district.restart()
  expect((await maya.blob(hashOf(good), {}, 'HEAD')).status).toBe(200)
  rmSync(inTheWay)
  const ended = await maya.append(String(targets[0]), bad.length, Buffer.alloc(0))
  expect(ended.status).toBe(204)
  expect((await maya.blob(hashOf(bad), {}, 'HEAD')).status).toBe(200)
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

test('a computer that begins a file anew, since it never learned of the place before, takes its room once', async () => {
  const maya = await joined(district, 'maya')
  const tablet = await joined(district, 'maya')
  const bytes = Buffer.concat([film, Buffer.from('begun twice')])
  const begun = async (device: TrialDevice) =>
    String((await device.createUpload(bytes.length, hashOf(bytes))).headers.location)
  const offsetOf = async (target: string) =>
    (await maya.ask({ method: 'HEAD', target, headers: tus })).headers['upload-offset']
  const elsewhere = await begun(tablet)
  const lost = await begun(maya)
  await maya.append(lost, 0, bytes.subarray(0, 1_000))
  const target = await begun(maya)
  expect([await offsetOf(lost), await offsetOf(target)]).toEqual([undefined, '0'])
  // Nor is another computer's, which is on its way.
  expect(await offsetOf(elsewhere)).toBe('0')
  expect(left().filter(name => !name.endsWith('.json'))).toHaveLength(2)
  expect((await maya.append(target, 0, bytes)).status).toBe(204)
  expect((await tablet.append(elsewhere, 0, bytes)).status).toBe(204)
  expect(left()).toEqual([])
})

test('what a crash left that nobody knows of is gone at the next start', async () => {
  const maya = await joined(district, 'maya')
  const known = String((await maya.createUpload(10, hashOf(film))).headers.location)
  const uploads = join(district.dataFolder, 'uploads')
  writeFileSync(join(uploads, 'a'.repeat(32)), film)
  writeFileSync(join(uploads, `${'b'.repeat(32)}.json`), '{"size":10,"met')
  writeFileSync(
    join(uploads, `${'c'.repeat(32)}.json`),
    readFileSync(`${uploads}${known.slice('/files'.length)}.json`),
  )
  await district.restart()
  const id = known.split('/').at(-1) ?? ''
  expect(left().toSorted()).toEqual([id, `${id}.json`])
  expect((await maya.append(known, 0, Buffer.alloc(3))).status).toBe(204)
  await maya.ask({ method: 'DELETE', target: known, headers: tus })
  expect(left()).toEqual([])
})

test('an upload that an earlier version of the district began goes on', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('begun before the update')
  const id = 'd'.repeat(32)
  const path = join(district.dataFolder, 'uploads', id)
  const metadata = { sha256: hashOf(bytes), mediaType: 'image/png', owner: 'maya' }
  const creation_date = '2026-11-20T10:00:00.000Z'
  writeFileSync(path, bytes.subarray(0, 5))
  writeFileSync(
    `${path}.json`,
    JSON.stringify({ id, size: bytes.length, offset: 0, metadata, creation_date }),
  )
  await district.restart()
  expect((await maya.append(`${districtPaths.files}/${id}`, 5, bytes.subarray(5))).status).toBe(204)
  expect((await maya.blob(hashOf(bytes), {}, 'HEAD')).status).toBe(200)
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
