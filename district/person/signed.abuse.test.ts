import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { codeIn, joined, jsonIn, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { isSignatureOf } from './signed.ts'

// Security row 47: replay and clock poison, over HTTP.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const pull = { method: 'GET', target: pullTarget('', 0) }

test('a request that nobody signed, or another key, or another device, is refused', async () => {
  const maya = await joined(district, 'maya')
  const unsigned = await send(district.address, pull)
  expect([unsigned.status, codeIn(unsigned)]).toEqual([401, 'signature'])
  const { privateKey } = generateKeyPairSync('ed25519')
  expect(codeIn(await maya.ask(pull, { key: privateKey }))).toBe('signature')
  const jonah = await joined(district, 'jonah')
  expect(codeIn(await maya.ask(pull, { device: jonah.name }))).toBe('signature')
  expect(codeIn(await maya.ask(pull, { device: 'dev_nobody_knows_this' }))).toBe('device_unknown')
})

test('a signature covers method, path, query and body', async () => {
  const maya = await joined(district, 'maya')
  const headers = maya.signed(pull)
  const other = { method: 'GET', target: pullTarget('', 1), headers }
  expect(codeIn(await send(district.address, other))).toBe('signature')
  const method = { method: 'HEAD', target: pull.target, headers: maya.signed(pull) }
  expect((await send(district.address, method)).status).toBe(401)
  const value = { protocol, device: maya.name, mutations: [] }
  const swapped = await maya.askJson('POST', districtPaths.push, value, {
    digestOf: Buffer.from('{}'),
  })
  expect(codeIn(swapped)).toBe('signature')
  // A digest that is told otherwise than it was signed.
  const lying = { ...maya.signed(pull), 'content-digest': 'sha-256=:AAAA:' }
  expect(codeIn(await send(district.address, { ...pull, headers: lying }))).toBe('signature')
})

test('the same request again is refused, also after a restart', async () => {
  const maya = await joined(district, 'maya')
  const once = { ...pull, headers: maya.signed(pull) }
  expect((await send(district.address, once)).status).toBe(200)
  const again = await send(district.address, once)
  expect([again.status, codeIn(again)]).toEqual([409, 'replayed'])
  await district.restart()
  expect(codeIn(await send(district.address, once))).toBe('replayed')
})

test('a forged signature uses no nonce up', async () => {
  const maya = await joined(district, 'maya')
  const nonce = 'n'.repeat(24)
  const { privateKey } = generateKeyPairSync('ed25519')
  expect((await maya.ask(pull, { nonce, key: privateKey })).status).toBe(401)
  expect((await maya.ask(pull, { nonce })).status).toBe(200)
})

test('what is far older than the newest request is refused with the district’s time', async () => {
  const maya = await joined(district, 'maya')
  const now = Math.floor(district.now() / 1_000)
  expect((await maya.ask(pull, { created: now - 599 })).status).toBe(200)
  const late = await maya.ask(pull, { created: now - 601 })
  expect([late.status, codeIn(late)]).toEqual([401, 'clock'])
  const { facts } = z.object({ facts: z.object({ now: z.number() }) }).parse(jsonIn(late))
  expect(facts.now).toBe(district.now())
})

test('a computer whose clock was always wrong works as any other', async () => {
  const device = new TrialDevice(district)
  await device.join(await district.invite('lucia'))
  const created = Math.floor(district.now() / 1_000) - 300 * 86_400
  expect((await device.ask(pull, { created })).status).toBe(200)
  const [result] = await device.push(
    [{ name: 'goal.add', input: { layer: 'personal', title: 'Listen' } }],
    { created: created + 1 },
  )
  expect(result?.status).toBe('applied')
})

test('a clock far ahead locks nobody out once it is put right, and its requests can’t be replayed', async () => {
  const maya = await joined(district, 'maya')
  const created = Math.floor(district.now() / 1_000) + 300 * 86_400
  const ahead = { ...pull, headers: maya.signed(pull, { created }) }
  expect((await send(district.address, ahead)).status).toBe(200)
  expect((await maya.ask(pull)).status).toBe(200)
  district.move(86_400_000)
  expect((await maya.ask(pull)).status).toBe(200)
  expect(codeIn(await send(district.address, ahead))).toBe('replayed')
})

test('a district whose own clock was days ahead locks nobody out once it is put right', async () => {
  const maya = await joined(district, 'maya')
  const weekMs = 7 * 86_400_000
  district.move(weekMs)
  const once = { ...pull, headers: maya.signed(pull) }
  expect((await send(district.address, once)).status).toBe(200)
  district.move(-weekMs)
  expect((await maya.ask(pull)).status).toBe(200)
  expect(codeIn(await send(district.address, once))).toBe('replayed')
  const late = Math.floor(district.now() / 1_000) - 601
  expect(codeIn(await maya.ask(pull, { created: late }))).toBe('clock')
})

test('a clock ahead does not order its edits before everybody else’s for ever', async () => {
  const first = await joined(district, 'maya')
  const second = await joined(district, 'maya')
  const added = await second.act('goal.add', { layer: 'personal', title: 'One' })
  const goal = added.id('goal')
  await first.push([
    {
      name: 'goal.change',
      input: { goal, set: { nowLevel: 'poison' } },
      doneAt: district.now() + 300 * 86_400_000,
    },
  ])
  district.move(120_000)
  await second.act('goal.change', { goal, set: { nowLevel: 'later' } })
  await second.pull()
  expect(second.records.get(`goal/${goal}`)?.['nowLevel']).toBe('later')
})

test('only who holds the key is told that a device is revoked', async () => {
  const maya = await joined(district, 'maya')
  await maya.askJson('POST', districtPaths.revocations, { device: maya.name })
  expect(codeIn(await maya.ask(pull))).toBe('device_revoked')
  const { privateKey } = generateKeyPairSync('ed25519')
  expect(codeIn(await maya.ask(pull, { key: privateKey }))).toBe('signature')
})

test('nobody answers for another device’s command', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const [mutation] = maya.mutations([
    { name: 'goal.add', input: { layer: 'personal', title: 'Not mine' } },
  ])
  const value = { protocol, device: jonah.name, mutations: [mutation] }
  const answer = await jonah.askJson('POST', districtPaths.push, value)
  expect(answer.body.toString()).toContain('bad_input')
  const forged = { protocol, device: maya.name, mutations: [mutation] }
  expect(codeIn(await jonah.askJson('POST', districtPaths.push, forged))).toBe('malformed')
})

test('a key of small order, under which everybody could sign, signs nothing', () => {
  // Seven times the base point, and seven: good for any message where the key adds nothing.
  const point = 'b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b1'
  const signatures = [
    Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]),
    Buffer.concat([Buffer.from(point, 'hex'), Buffer.from([7]), Buffer.alloc(31)]),
  ]
  for (const hex of [
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    '00'.repeat(32),
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  ]) {
    const key = Buffer.from(hex, 'hex').toString('base64url')
    for (let n = 0; n < 32; n++)
      for (const signature of signatures)
        expect(isSignatureOf(key, `message ${n}`, signature)).toBe(false)
  }
})
