import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, givenWord, readyClaim, submission } from '../trial/claim.ts'
import { hashOf, joined, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

/** The claim's state once it is no longer `submitted`. */
const checked = (device: TrialDevice, claim: string) =>
  device.until(() => {
    const body = bodyOn(device, ClaimRecord, claim)
    return body?.state === 'submitted' ? undefined : body
  })

test('a claim whose file has not arrived waits, and goes on by itself when it has', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('sorted tickets, late')
  const { claim } = await readyClaim(maya, { bytes, upload: false })
  const command = { name: 'claim.submit' as const, input: submission(maya, claim), n: 900 }
  expect((await maya.push([command]))[0]).toMatchObject({ status: 'wait', on: 'blobs' })
  await maya.upload(bytes)
  expect((await maya.push([command]))[0]).toMatchObject({ status: 'applied' })
  expect((await checked(maya, claim)).state).toBe('in_review')
  await maya.act('claim.withdraw', { claim })
})

test('a manifest that another device signed, or nobody, is refused', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const { claim } = await readyClaim(maya)
  const good = submission(maya, claim)
  const byOther = submission(maya, claim, jonah)
  const stranger = new TrialDevice(district)
  for (const input of [
    byOther,
    { ...good, signed: { ...good.signed, signature: '0'.repeat(128) } },
    { ...good, signed: { ...good.signed, device: stranger.name } },
    { ...byOther, signed: { ...byOther.signed, device: jonah.name } },
  ]) {
    const [result] = await maya.push([{ name: 'claim.submit', input }])
    expect(result).toMatchObject({ status: 'refused', refusal: { code: 'manifest_signature' } })
  }
  expect((await maya.push([{ name: 'claim.submit', input: good }]))[0]?.status).toBe('applied')
  await maya.until(() => bodyOn(maya, ClaimRecord, claim)?.attempts[0])
  await maya.act('claim.withdraw', { claim })
})

test('a claim whose file went missing on the district’s disk comes back with what was found', async () => {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('sorted tickets, lost')
  const { claim } = await readyClaim(maya, { bytes })
  rmSync(district.program().house.blobs.pathOf(hashOf(bytes)))
  await maya.act('claim.submit', submission(maya, claim))
  const body = await checked(maya, claim)
  expect(body.state).toBe('incomplete')
  expect(body.attempts[0]?.findings?.map(finding => finding.code)).toEqual(['file_not_here'])
  await maya.upload(bytes)
  // Their word is given on what is sent, so it is asked again.
  await maya.act('claim.attest', { claim, set: givenWord })
  await maya.pull()
  await maya.act('claim.submit', submission(maya, claim))
  const again = await checked(maya, claim)
  expect([again.state, again.attempts.length]).toEqual(['in_review', 2])
})

test('what was submitted while the district went down is checked at its next start', async () => {
  const lucia = await joined(district, 'lucia')
  const { claim } = await readyClaim(lucia, { bytes: Buffer.from('tickets of another room') })
  await lucia.act('claim.submit', submission(lucia, claim))
  await district.restart()
  expect((await checked(lucia, claim)).state).toBe('in_review')
})

test('bytes that a coach has read in a claim are not theirs until they send them for their own', async () => {
  const lucia = await joined(district, 'lucia')
  const jonah = await joined(district, 'jonah')
  const bytes = Buffer.from('tickets of another room')
  const sha256 = hashOf(bytes)
  expect((await jonah.blob(sha256)).status).toBe(200)
  expect((await jonah.blob(sha256, {}, 'HEAD')).status).toBe(404)
  expect((await lucia.blob(sha256, {}, 'HEAD')).status).toBe(200)
  const { claim } = await readyClaim(jonah, { bytes })
  expect((await jonah.blob(sha256, {}, 'HEAD')).status).toBe(200)
  await jonah.act('claim.submit', submission(jonah, claim))
  expect((await checked(jonah, claim)).state).toBe('in_review')
})
