import { createHash } from 'node:crypto'
import { four, verifyBadge } from 'open-badges-validator-core/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../contract/sync/version.ts'
import { BadgeRecord } from '../core/badge/record.ts'
import { ClaimRecord } from '../core/claim/record.ts'
import { bodyOn, readAndFinish, readyClaim, submission, tickets } from './trial/claim.ts'
import { hashOf, joined, send } from './trial/device.ts'
import type { TrialDistrict } from './trial/district.ts'
import { trialDistrict } from './trial/district.ts'
import { othersVerdict } from '../test/builders/others-verdict.ts'
import { trustOn } from './trial/trust.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('a claim is sent, checked, read, earned, approved, signed, verified and revoked', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const { claim, sha256 } = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, claim))

  await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
  expect(bodyOn(jonah, ClaimRecord, claim)?.state).toBe('in_review')
  const evidence = await jonah.blob(sha256)
  expect(hashOf(evidence.body)).toBe(hashOf(tickets))
  await readAndFinish(jonah, claim)

  await ruth.until(() => bodyOn(ruth, ClaimRecord, claim))
  const approved = await ruth.act('badge.approve', { claim })
  const badgeId = approved.id('badge')
  const signed = await maya.until(() => {
    const badge = bodyOn(maya, BadgeRecord, badgeId)
    return badge?.state === 'signed' ? badge : undefined
  })
  const credential = signed.credential ?? ''
  const bytes = new TextEncoder().encode(credential)
  const at = district.now()
  const report = await verifyBadge(bytes, { at, bundle: trustOn(maya).bundle })
  const asked = report.checks.filter(c => c.code !== 'NOT_ASKED')
  expect(asked.filter(c => c.outcome !== 'pass').map(c => `${c.id} ${c.code}`)).toEqual([])
  expect(report.overall).toBe('verified')
  expect(report.subject.recipientName).toBe('Maya Okafor')

  const document = trustOn(maya).entries.find(({ kind }) => kind === 'did-document')
  const did = document?.url ?? ''
  const text = new TextDecoder().decode(document?.bytes)
  expect(await othersVerdict(JSON.parse(credential), did, text, district.now())).toBe(true)

  const served = await send(district.address, {
    method: 'GET',
    target: `${districtPaths.badges}/${badgeId}`,
  })
  expect(served.body.toString()).toBe(credential)
  expect(served.headers['access-control-allow-origin']).toBe('*')

  const servedTrust = await send(district.address, { method: 'GET', target: districtPaths.trust })
  const trustBefore = trustOn(maya).sha256
  expect(createHash('sha256').update(servedTrust.body).digest('hex')).toBe(trustBefore)
  await ruth.act('badge.revoke', { badge: badgeId, reason: 'Awarded by mistake.' })
  await maya.until(() => (trustOn(maya).sha256 === trustBefore ? undefined : true))
  const revoked = await verifyBadge(bytes, { at, bundle: trustOn(maya).bundle })
  expect(revoked.overall).toBe('not-verified')
  expect(four(revoked).status.code).toBe('REVOKED')
})
