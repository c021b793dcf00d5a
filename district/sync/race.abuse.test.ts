import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, readyClaim, submission } from '../trial/claim.ts'
import { codeIn, hashOf, joined, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// What several do at the same moment, over HTTP: one of them has done it, and the others are told so.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const refusal = z.object({ refusal: z.object({ code: z.string() }) })

test('of coaches who take one claim at the same moment one reads it; the others are told that it is taken', async () => {
  const maya = await joined(district, 'maya')
  const desmond = await joined(district, 'desmond')
  const others = ['c1', 'c2', 'c3', 'c4']
  for (const id of others)
    await desmond.act('person.add', {
      id,
      person: { name: `Coach ${id}`, place: 'Linden', roles: ['educator', 'coach'] },
    })
  const coaches = [await joined(district, 'jonah')]
  for (const id of others) coaches.push(await joined(district, id))
  const { claim } = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, claim))
  await maya.until(() => bodyOn(maya, ClaimRecord, claim)?.state === 'in_review' || undefined)
  const results = await Promise.all(
    coaches.map(async coach => (await coach.push([{ name: 'review.take', input: { claim } }]))[0]),
  )
  const taken = results.filter(result => result?.status === 'applied')
  expect(taken).toHaveLength(1)
  for (const result of results.filter(one => one?.status !== 'applied'))
    expect(refusal.parse(result).refusal.code).toBe('review_taken')
  await maya.pull()
  expect(bodyOn(maya, ClaimRecord, claim)?.readers).toHaveLength(1)
})

test('of computers that join by one code at the same moment one has joined', async () => {
  const code = await district.invite('lucia')
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => new TrialDevice(district).join(code)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 200))
    expect(codeIn(answer)).toBe('invitation_used')
})

test('a request that comes many times at the same moment counts once', async () => {
  const maya = await joined(district, 'maya')
  const nonce = 'the-same-nonce-for-all'
  const ask = { method: 'GET', target: '/sync/v1/devices' }
  const created = Math.floor(district.now() / 1_000)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => maya.ask(ask, { nonce, created })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
})

test('a claim that names a file tells nobody whether another has it', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('a picture that only one person has')
  expect((await maya.upload(bytes)).status).toBe(204)
  const sent = async (content: Buffer, id: string) => {
    const desmond = await joined(district, 'desmond')
    const person = { name: `Teacher ${id}`, place: 'Linden', roles: ['educator'] }
    await desmond.act('person.add', { id, person })
    const device = await joined(district, id)
    const { claim } = await readyClaim(device, { bytes: content, upload: false })
    const [result] = await device.push([{ name: 'claim.submit', input: submission(device, claim) }])
    const head = await device.blob(hashOf(content), {}, 'HEAD')
    const got = await device.blob(hashOf(content), { 'if-none-match': `"${hashOf(content)}"` })
    const { date: _date, ...headers } = got.headers
    return { result: { status: result?.status, on: Object(result).on }, head: head.status, headers }
  }
  const anothers = await sent(bytes, 'asks-for-anothers')
  expect(anothers).toEqual(await sent(Buffer.from('a picture of nobody'), 'asks-for-nobodys'))
  expect(anothers).toMatchObject({ result: { status: 'wait', on: 'blobs' }, head: 404 })
})
