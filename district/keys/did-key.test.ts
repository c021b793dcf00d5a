import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadgeRecord } from '../../core/badge/record.ts'
import { bodyOn, earnedBadge } from '../trial/claim.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { judgedOn, keysWhileStopped } from '../trial/keys.ts'
import { until } from '../../test/builders/patience.ts'

const publicUrl = 'https://record.example.org'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('a district without an address can’t change its key, but can give it up: it is another issuer then', async () => {
  const people = {
    maya: await joined(district, 'maya'),
    jonah: await joined(district, 'jonah'),
    ruth: await joined(district, 'ruth'),
  }
  const { maya, ruth } = people
  const [kept, revoked] = [await earnedBadge(people, 'kept'), await earnedBadge(people, 'revoked')]
  await ruth.act('badge.revoke', { badge: revoked, reason: 'Awarded by mistake.' })
  const credentialOf = (id: string) => bodyOn(maya, BadgeRecord, id)?.credential ?? ''
  const before = credentialOf(kept)
  const did = JSON.parse(before).issuer.id
  expect(did).toMatch(/^did:key:/)

  const refused = await keysWhileStopped(district, ['rotate'])
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.error).toContain('signs as a did:key')

  const now = new Date(district.now()).toISOString()
  const given = await keysWhileStopped(district, [
    ...['compromise', 'key-1', '--from', now, '--alone', 'Somebody copied it.'],
  ])
  expect(given).toMatchObject({ code: 0, error: '' })
  expect(given.out).toContain('with a new key it is another issuer')
  await maya.until(() => (credentialOf(kept) === before ? undefined : true))
  await maya.until(() => (credentialOf(revoked).includes(did) ? undefined : true))
  const after = credentialOf(kept)
  expect(JSON.parse(after).id).toBe(JSON.parse(before).id)
  expect(JSON.parse(after).issuer.id).not.toBe(did)
  expect(await judgedOn(maya, after)).toEqual(['verified'])
  expect(await judgedOn(maya, before)).toEqual(['not-verified', 'KEY_REVOKED'])
  // Its bit is set in the new issuer's list a moment after its place there is known.
  await until(async () => {
    await maya.pull()
    return (await judgedOn(maya, credentialOf(revoked)))[0] === 'not-verified'
  })
  expect(await judgedOn(maya, credentialOf(revoked))).toEqual(['not-verified', 'REVOKED'])
})

test('with an address it changes its keys; the one that was the issuer stays, for the lists of its badges', async () => {
  await district.restart({ publicUrl })
  const ran = await keysWhileStopped(district, ['rotate', '--alone', 'There is an address now.'])
  expect(ran).toMatchObject({ code: 0, error: '' })
  expect(ran.out).toContain('The secret of key-2 stays')
})
