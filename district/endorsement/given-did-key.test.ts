import { afterAll, beforeAll, expect, test } from 'vitest'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { bodyOn } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { endorsed, giving, waitTime } from '../trial/given.ts'
import { judgedOn, keysWhileStopped } from '../trial/keys.ts'
import { until } from '../../test/builders/patience.ts'

let district: TrialDistrict
let maya: TrialDevice
let ruth: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

test('a district without an address endorses as a did:key; with another key it is another issuer, and what was taken back stays so there', async () => {
  const kept = await endorsed(ruth, giving(waitTime))
  const gone = await endorsed(ruth, giving(waitTime))
  const credentialOf = (id: string) => bodyOn(maya, GivenEndorsementRecord, id)?.credential ?? ''
  const said = (id: string, ...expected: string[]) =>
    until(async () => {
      await maya.pull()
      return (await judgedOn(maya, credentialOf(id))).join() === expected.join()
    })
  await maya.pull()
  const before = JSON.parse(kept.credential)
  expect(before.id).toMatch(/^urn:uuid:/)
  expect(before.issuer.id).toMatch(/^did:key:/)
  await ruth.act('endorsement.take-back', { endorsement: gone.id, reason: 'A mistake.' })
  await said(gone.id, 'not-verified', 'REVOKED')

  const now = new Date(district.now()).toISOString()
  const ran = await keysWhileStopped(district, [
    ...['compromise', 'key-1', '--from', now, '--alone', 'Somebody copied it.'],
  ])
  expect(ran).toMatchObject({ code: 0, error: '' })
  await maya.until(() => (credentialOf(kept.id) === kept.credential ? undefined : true))
  const after = JSON.parse(credentialOf(kept.id))
  expect(after.id).toBe(before.id)
  expect(after.issuer.id).not.toBe(before.issuer.id)
  expect(after.credentialStatus.statusListCredential).not.toBe(
    before.credentialStatus.statusListCredential,
  )
  await said(kept.id, 'verified')
  await said(gone.id, 'not-verified', 'REVOKED')
  expect(await judgedOn(maya, kept.credential)).toEqual(['not-verified', 'KEY_REVOKED'])
})
