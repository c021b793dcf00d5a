import { expect, test } from 'vitest'
import { anUnsignedBadge, aStatusList, at, bundleOf, listUrl } from '../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf } from '../../test/signed.ts'
import { utf8 } from '../bytes/text.ts'
import type { JsonObject, JsonValue } from '../json/value.ts'
import { verifyBadge, type Report } from './verify.ts'

const issuer = didKeyOf('ed25519')
const stranger = didKeyOf('p256')

const jwtOf = (credential: JsonObject) =>
  aJwt('EdDSA', { kid: issuer.method, typ: 'vc+jwt' }, { ...credential, ...claimsOf(credential) })
const badge = (more: JsonObject = {}, status = true) =>
  jwtOf({
    ...anUnsignedBadge({
      issuer: { id: issuer.did, name: 'District' },
      ...(status ? {} : { status: [] }),
    }),
    ...more,
  })

/** A status list of the issuer, as the credential that a JWT then signs. */
async function listOf(set: readonly number[]): Promise<JsonObject> {
  const { proof: _, ...list } = await aStatusList(set)
  return { ...list, issuer: issuer.did }
}

async function judge(jwt: string, list?: JsonValue | Uint8Array): Promise<Report> {
  const bundle = bundleOf({})
  const document = { content: list ?? null, fetchedAt: at - 1_000, source: 'test' }
  const documents = list === undefined ? bundle.documents : new Map([[listUrl, document]])
  return verifyBadge(utf8(jwt), { at, bundle: { ...bundle, documents } })
}
const check = (report: Report, id: string) => report.checks.find(found => found.id === id)

test('a badge in a JWT is looked up in a list in a JWT, kept as bytes or as text', async () => {
  const [clear, set] = [jwtOf(await listOf([])), jwtOf(await listOf([4711]))]
  expect((await judge(badge(), clear)).overall).toBe('verified')
  expect((await judge(badge(), utf8(`${clear}\n`))).overall).toBe('verified')
  const revoked = await judge(badge(), utf8(set))
  expect(check(revoked, 'status.revocation')).toMatchObject({ outcome: 'fail', code: 'REVOKED' })
  expect(check(revoked, 'statusList.proof')).toMatchObject({ outcome: 'pass', asOf: at - 1_000 })
})

test('a list in a JWT that does not hold, or is not its issuer’s, tells nothing', async () => {
  const good = jwtOf(await listOf([]))
  const list = await listOf([])
  const forged = aJwt('ES256', { kid: stranger.method }, { ...list, ...claimsOf(list) })
  const keyed = aJwt('EdDSA', { kid: issuer.method, alg: 'HS256' }, { ...list, ...claimsOf(list) })
  for (const text of [`${good.slice(0, -4)}AAAA`, forged, keyed, 'a.b.c']) {
    const report = await judge(badge(), utf8(text))
    expect(check(report, 'status.revocation')?.outcome).toBe('unknown')
    expect(report.overall).toBe('indeterminate')
  }
})

test('an endorsement in a JWT inside a badge has an answer of its own', async () => {
  const endorsement = (id: string): JsonObject => ({
    '@context': anUnsignedBadge()['@context'] ?? [],
    id: 'urn:uuid:endorsement',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: issuer.did, type: ['Profile'], name: 'District' },
    validFrom: '2026-03-01T00:00:00Z',
    credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Good.' },
  })
  const own = 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01'
  const good = jwtOf(endorsement(own))
  const report = await judge(
    badge(
      { endorsementJwt: [good, `${good.slice(0, -4)}AAAA`, jwtOf(endorsement('urn:x'))] },
      false,
    ),
  )
  expect(report.overall).toBe('verified')
  expect(report.parts.map(part => [part.input, part.overall])).toEqual([
    ['/endorsementJwt/0', 'verified'],
    ['/endorsementJwt/1', 'not-verified'],
    ['/endorsementJwt/2', 'not-verified'],
  ])
})

test('what JSON is checked for, a JWT is checked for: contexts, model, dates', async () => {
  const codesOf = async (more: JsonObject) =>
    (await judge(badge(more, false))).checks
      .filter(found => found.needed && found.outcome !== 'pass')
      .map(found => [found.id, found.outcome, found.code])
  expect(await codesOf({})).toEqual([])
  const contexts = [anUnsignedBadge()['@context'] ?? []].flat()
  expect(await codesOf({ '@context': contexts.toReversed() })).toContainEqual([
    'context',
    'fail',
    'CONTEXT_ORDER',
  ])
  expect(await codesOf({ '@context': [...contexts, 'https://unknown.example/v1'] })).toEqual([
    ['context', 'unknown', 'UNKNOWN_CONTEXT'],
  ])
  expect(await codesOf({ type: ['OpenBadgeCredential'] })).toContainEqual([
    'type',
    'fail',
    'MALFORMED_VALUE_ERROR',
  ])
  expect(await codesOf({ validUntil: '2026-03-02T10:00:01Z' })).toEqual([
    ['validUntil', 'fail', 'EXPIRED'],
  ])
  expect(await codesOf({ validFrom: '2027-03-02T10:00:00Z' })).toEqual([
    ['validFrom', 'fail', 'NOT_YET_VALID'],
  ])
  expect((await codesOf({ credentialSubject: { type: ['AchievementSubject'] } })).flat()).toContain(
    'dataModel',
  )
})
