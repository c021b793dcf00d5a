import http from 'node:http'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { ownTimers } from '../timers.ts'

// What a person's computer is sending at the very moment at which their record is erased.

let district: TrialDistrict
let desmond: TrialDevice
let ruth: TrialDevice
/** What the district does again and again. */
const turns: (() => void)[] = []
beforeAll(async () => {
  const every = (ms: number, work: () => void) => {
    turns.push(work)
    return ownTimers.every(ms, work)
  }
  district = await trialDistrict({ timers: { ...ownTimers, every } })
  desmond = await joined(district, 'desmond')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

const person = 'lea'

/** Some of a file, which is then sent no further. */
function begunBy(device: TrialDevice, bytes: Buffer): http.ClientRequest {
  const target = districtPaths.files
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const request = http.request(new URL(target, district.address), {
    method: 'POST',
    agent: false,
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `sha256 ${base64(hashOf(bytes))},mediaType ${base64('image/png')}`,
      'content-type': 'application/offset+octet-stream',
      'content-length': String(bytes.length),
      ...device.signed({ method: 'POST', target }, { digestOf: Buffer.alloc(0) }),
    },
  })
  request.on('error', () => undefined)
  request.write(bytes.subarray(0, bytes.length - 1))
  return request
}

const unfinished = () => readdirSync(join(district.dataFolder, 'uploads'))

test('a file that is on its way while its person is erased is cut off, and nobody keeps it', async () => {
  const entry = { name: 'Lea', place: '', roles: ['educator'] }
  await desmond.act('person.add', { id: person, person: entry })
  const laptop = await joined(district, person)
  await desmond.act('erasure.begin', { person, ground: 'wish' })
  await desmond.until(() => bodyOn(desmond, ErasureRecord, person)?.plan)
  await desmond.act('erasure.ask', { person })
  await ruth.act('erasure.agree', { person })
  district.move(erasureWaitMs)

  const film = Buffer.from('the last film of Lea')
  const request = begunBy(laptop, film)
  const answered = new Promise(resolve => {
    request.on('response', answer => resolve(answer.statusCode)).on('error', () => resolve('cut'))
  })
  await expect.poll(unfinished).toHaveLength(1)
  for (const turn of turns) turn()
  await desmond.until(() => bodyOn(desmond, ErasureRecord, person)?.erasedAt)
  request.end(film.subarray(film.length - 1))
  expect(await answered).not.toBe(201)
  const { blobs, store } = district.program().house
  expect(await blobs.checked(hashOf(film))).toBeUndefined()
  expect(await store.blobsOf(person)).toEqual([])
  expect(unfinished()).toEqual([])
})
