import { expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf, created } from '../../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf, withProof } from '../../../test/signed.ts'
import { utf8 } from '../../bytes/text.ts'
import type { JsonObject } from '../../json/value.ts'
import { verifyBadge, type Report, type TrustBundle } from '../verify.ts'

const day = 86_400_000
const url = 'https://district.example/refresh/1'
const own = didKeyOf('ed25519')

/** A badge of ours with a refresh service, not signed yet. */
const aBadge = (parts: JsonObject = {}): JsonObject => ({
  ...anUnsignedBadge({ status: [], issuer: { id: own.did, name: 'District' } }),
  refreshService: { id: url, type: '1EdTechCredentialRefresh' },
  ...parts,
})
const signed = (badge: JsonObject, by = own.method) => withProof(badge, 'eddsa-jcs-2022', by)
const later = new Date(created + day / 2).toISOString()
const renewal: JsonObject = { validFrom: later, name: 'The newer issue' }

const judged = (badge: JsonObject, bundle: TrustBundle, refresh = true) =>
  verifyBadge(bytesOf(badge), { at, bundle, refresh })
const of = (report: Report) => report.checks.find(check => check.id === 'refresh')
const validFrom = (report: Report) => report.subject.validFrom

test('a refresh service is not asked unless the caller wants it', async () => {
  const asked: string[] = []
  const newer = bundleOf({ [url]: await signed(aBadge(renewal)) })
  const bundle = { ...newer, onMissing: (missing: string) => void asked.push(missing) }
  const report = await judged(await signed(aBadge()), bundle, false)
  expect(of(report)).toMatchObject({ outcome: 'unknown', code: 'NOT_ASKED', needed: false })
  expect(validFrom(report)).toBe(aBadge()['validFrom'])
  expect(report.overall).toBe('verified')
  await judged(await signed(aBadge()), { ...bundle, documents: new Map() }, false)
  expect(asked).toEqual([])
})

test('the newer issue takes the place of the badge, with its own checks', async () => {
  const report = await judged(
    await signed(aBadge()),
    bundleOf({ [url]: await signed(aBadge(renewal)) }),
  )
  expect(of(report)).toMatchObject({ outcome: 'pass', evidence: { url } })
  expect(validFrom(report)).toBe(later)
  expect(report.overall).toBe('verified')
  const expired = { ...renewal, validUntil: later }
  const ended = await judged(
    await signed(aBadge()),
    bundleOf({ [url]: await signed(aBadge(expired)) }),
  )
  expect(ended.checks.find(check => check.id === 'validUntil')?.code).toBe('EXPIRED')
  expect(ended.overall).toBe('not-verified')
  const once = report.checks.filter(check => check.id === 'proof.signature')
  expect(once).toHaveLength(1)
})

test('a badge that has ended is renewed by a newer issue that has not', async () => {
  const ended = await signed(aBadge({ validUntil: new Date(created + 1000).toISOString() }))
  const report = await judged(ended, bundleOf({ [url]: await signed(aBadge(renewal)) }))
  expect(report.overall).toBe('verified')
  expect((await judged(ended, bundleOf({}))).overall).toBe('not-verified')
})

test('a newer issue may be a JWT', async () => {
  const issuer = didKeyOf('p256')
  const badge = aBadge({ issuer: { id: issuer.did, type: ['Profile'], name: 'District' } })
  const newer = { ...badge, ...renewal }
  const jwt = aJwt('ES256', { kid: issuer.method }, { ...newer, ...claimsOf(newer) })
  const first = aJwt('ES256', { kid: issuer.method }, { ...badge, ...claimsOf(badge) })
  const documents = new Map([[url, { content: utf8(jwt), fetchedAt: at, source: 'test' }]])
  const bundle = { ...bundleOf({}), documents }
  const report = await verifyBadge(utf8(first), { at, bundle, refresh: true })
  expect(of(report)?.outcome).toBe('pass')
  expect(validFrom(report)).toBe(later)
})

const stranger = didKeyOf('p256')
const byStranger = (badge: JsonObject) => withProof(badge, 'ecdsa-jcs-2019 P-256', stranger.method)

test('what is not the same badge, not the issuer’s, older or forged does not take its place', async () => {
  const strangers = { ...renewal, issuer: stranger.did }
  const others: Readonly<Record<string, JsonObject>> = {
    'another id': await signed(aBadge({ ...renewal, id: 'urn:uuid:other' })),
    'another issuer': await byStranger(aBadge(strangers)),
    'its issuer.key': await byStranger(aBadge(renewal)),
    'an older issue': await signed(aBadge({ validFrom: new Date(created - day).toISOString() })),
    'its proof.signature': { ...(await signed(aBadge(renewal))), name: 'changed' },
    'no credential': { some: 'page' },
  }
  for (const [reason, offered] of Object.entries(others)) {
    const report = await judged(await signed(aBadge()), bundleOf({ [url]: offered }))
    expect(of(report), reason).toMatchObject({ code: 'REFRESH_FAILED', facts: { reason } })
    expect(of(report)?.outcome).not.toBe('pass')
    expect(validFrom(report)).toBe(aBadge()['validFrom'])
    expect(report.overall).toBe('verified')
  }
})

test('a badge that is not good is not made good by a newer issue', async () => {
  const tampered = { ...(await signed(aBadge())), name: 'changed' }
  const report = await judged(tampered, bundleOf({ [url]: await signed(aBadge(renewal)) }))
  expect(of(report)).toMatchObject({ outcome: 'unknown', code: 'REFRESH_FAILED' })
  expect(report.overall).toBe('not-verified')
})

test('without the newer issue at hand nothing is known of it, and the badge stays as it is', async () => {
  const report = await judged(await signed(aBadge()), bundleOf({}))
  expect(of(report)).toMatchObject({ outcome: 'unknown', code: 'NOT_RETRIEVED' })
  expect(report.overall).toBe('verified')
  const odd = await signed(
    aBadge({ refreshService: { id: url, type: 'ManualRefreshService2018' } }),
  )
  expect(of(await judged(odd, bundleOf({})))?.code).toBe('NOT_CHECKED_BY_THIS_VERSION')
})

test('a newer issue is asked for once: services that point to each other do not go on', async () => {
  const again = { ...renewal, refreshService: { id: `${url}/2`, type: '1EdTechCredentialRefresh' } }
  const report = await judged(
    await signed(aBadge()),
    bundleOf({
      [url]: await signed(aBadge(again)),
      [`${url}/2`]: await signed(aBadge({ ...renewal, name: 'A third' })),
    }),
  )
  expect(report.checks.filter(check => check.id === 'refresh')).toHaveLength(1)
  expect(report.checks.find(check => check.id === 'refresh')?.evidence?.url).toBe(url)
})
