import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationReply, joinReply } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { codeIn, joined, jsonIn, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { codeOf, hashOfCode } from './code.ts'
import { invitationMs } from './invitations.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('an invitation lets one computer in, once', async () => {
  const code = await district.invite('maya')
  const first = new TrialDevice(district)
  const reply = joinReply.parse(jsonIn(await first.join(code)))
  expect(reply).toMatchObject({ person: 'maya', name: 'Maya Okafor', roles: ['educator'] })
  expect(reply.district).toBe('Alder Valley Schools')
  const second = await new TrialDevice(district).join(code)
  expect([second.status, codeIn(second)]).toEqual([403, 'invitation_used'])
})

test('who did not hear the answer may ask again and gets the same one', async () => {
  const code = await district.invite('maya')
  const device = new TrialDevice(district)
  const first = jsonIn(await device.join(code))
  expect(jsonIn(await device.join(code.toLowerCase().replaceAll('-', ' ')))).toEqual(first)
  // As long as the code is good, and no longer.
  district.move(invitationMs)
  expect(codeIn(await device.join(code))).toBe('invitation_expired')
})

test('who did not hear the answer and asks with a fresh code is in as the same computer, and that code is used up', async () => {
  const device = new TrialDevice(district)
  const first = jsonIn(await device.join(await district.invite('lucia')))
  const fresh = await district.invite('lucia')
  expect(jsonIn(await device.join(fresh))).toEqual(first)
  expect(codeIn(await new TrialDevice(district).join(fresh))).toBe('invitation_used')
  const own = jsonIn(await device.ask({ method: 'GET', target: districtPaths.devices }))
  expect(own).toMatchObject({ devices: [{ device: device.name, revokedAt: null }] })
})

test('a fresh code of another person does not make a computer theirs, and is not used up', async () => {
  const device = await joined(district, 'maya')
  const code = await district.invite('jonah')
  expect(codeIn(await device.join(code))).toBe('other_person')
  expect((await new TrialDevice(district).join(code)).status).toBe(200)
})

test('a computer that waits is said yes to by a code of its person’s own, not by another’s', async () => {
  const desmond = await joined(district, 'desmond')
  const maya = await joined(district, 'maya')
  const codeBy = async (who: TrialDevice) =>
    invitationReply.parse(
      jsonIn(await who.askJson('POST', districtPaths.invitations, { person: 'maya' })),
    ).code
  const device = new TrialDevice(district)
  const waits = joinReply.parse(jsonIn(await device.join(await codeBy(desmond)))).waitsUntil
  expect(waits).toBeGreaterThan(district.now())
  const again = joinReply.parse(jsonIn(await device.join(await codeBy(desmond))))
  expect(again.waitsUntil).toBe(waits)
  const own = joinReply.parse(jsonIn(await device.join(await codeBy(maya))))
  expect(own.waitsUntil).toBeUndefined()
})

test('a computer that was sent away before it heard that it was in is told so, and comes under another name', async () => {
  const device = new TrialDevice(district)
  await device.join(await district.invite('jonah'))
  const desmond = await joined(district, 'desmond')
  await desmond.askJson('POST', districtPaths.revocations, { device: device.name })
  const code = await district.invite('jonah')
  expect(codeIn(await device.join(code))).toBe('device_revoked')
  const other = new TrialDevice(district)
  expect((await other.join(code, { before: { device: device.name } })).status).toBe(200)
})

test('a device name that is known is refused to another key', async () => {
  const device = await joined(district, 'maya')
  const other = new TrialDevice(district)
  const answer = await other.join(await district.invite('maya'), { device: device.name })
  expect(codeIn(answer)).toBe('malformed')
})

test('a computer without a key of its own is not let in, and the invitation stays good', async () => {
  const code = await district.invite('maya')
  const device = new TrialDevice(district)
  for (const publicKey of ['*'.repeat(43), 'short'])
    expect(codeIn(await device.join(code, { publicKey }))).toBe('malformed')
  expect((await device.join(code)).status).toBe(200)
})

test('an older invitation is void once a newer one is given, and a week ends one', async () => {
  const old = await district.invite('jonah')
  const newer = await district.invite('jonah')
  expect(codeIn(await new TrialDevice(district).join(old))).toBe('invitation_unknown')
  district.move(invitationMs)
  expect(codeIn(await new TrialDevice(district).join(newer))).toBe('invitation_expired')
})

test('after ten wrong codes in an hour no right one is looked at, until the hour is over', async () => {
  const code = await district.invite('ruth')
  const wrong = codeOf(new Uint8Array(17))
  for (let n = 0; n < 10; n++) {
    const answer = await new TrialDevice(district).join(wrong)
    if (answer.status === 429) break
    expect(codeIn(answer)).toBe('invitation_unknown')
  }
  const device = new TrialDevice(district)
  const refused = await device.join(code)
  expect([refused.status, codeIn(refused)]).toEqual([429, 'too_many_tries'])
  district.move(3_600_001)
  expect((await device.join(code)).status).toBe(200)
})

test('an administrator invites and revokes; nobody else does, and strangers’ devices are not there', async () => {
  const desmond = await joined(district, 'desmond')
  const maya = await joined(district, 'maya')
  const ask = (who: TrialDevice) =>
    who.askJson('POST', districtPaths.invitations, { person: 'lucia' })
  expect(codeIn(await ask(maya))).toBe('not_allowed')
  const { code } = invitationReply.parse(jsonIn(await ask(desmond)))
  const lucia = new TrialDevice(district)
  expect((await lucia.join(code)).status).toBe(200)
  const revoke = (who: TrialDevice, device: string) =>
    who.askJson('POST', districtPaths.revocations, { device })
  expect((await revoke(maya, lucia.name)).status).toBe(404)
  expect((await revoke(desmond, lucia.name)).status).toBe(200)
  const refused = await lucia.ask({ method: 'GET', target: districtPaths.devices })
  expect([refused.status, codeIn(refused)]).toEqual([403, 'device_revoked'])
})

test('a person sees their own devices, an administrator all', async () => {
  const maya = await joined(district, 'maya')
  const own = jsonIn(await maya.ask({ method: 'GET', target: districtPaths.devices }))
  expect(JSON.stringify(own)).not.toContain('"jonah"')
  const desmond = await joined(district, 'desmond')
  const all = jsonIn(await desmond.ask({ method: 'GET', target: districtPaths.devices }))
  expect(JSON.stringify(all)).toContain(maya.name)
})

test('a code is 26 signs of base32, and is known however it was typed', () => {
  const code = codeOf(Uint8Array.from({ length: 17 }, (_, n) => n * 13))
  expect(code).toMatch(/^([A-Z2-7]{4}-){6}[A-Z2-7]{2}$/)
  expect(hashOfCode(code.toLowerCase().replaceAll('-', '  '))).toBe(hashOfCode(code))
  expect(hashOfCode('B0I8')).toBe(hashOfCode('bOib'))
  expect(() => codeOf(new Uint8Array(16))).toThrow(TypeError)
})
