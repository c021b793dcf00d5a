import { expect, test } from 'vitest'
import {
  aBadgeClass,
  anAssertion,
  anIssuer,
  aSignedAssertion,
  aJws,
  aKey,
  hostedDocuments,
  judgeOlder,
  signedDocuments,
  troubles,
  urls,
} from '../../test/an-older-badge.ts'
import { anUnsignedBadge, at, bundleOf } from '../../test/a-badge.ts'
import { aJwt, claimsOf, jwkOf, multikey, withProof } from '../../test/signed.ts'
import { utf8 } from '../bytes/text.ts'
import type { JsonObject } from '../json/value.ts'
import { isRedirected } from './redirected.ts'
import { verifyBadge, type BundleDocument } from './verify.ts'

const issuer = 'https://victim.example/issuers/1'
const profile = { '@context': 'https://w3id.org/openbadges/v2', id: issuer, type: 'Profile' }
/** A site that leads on to whatever it is told. */
const out = (url: string) => `https://victim.example/out?u=${encodeURIComponent(url)}`

const led = (content: JsonObject, finalUrl: string): BundleDocument => ({
  content,
  fetchedAt: at,
  source: 'fetched',
  finalUrl,
})
const documentsOf = (entries: Readonly<Record<string, BundleDocument>>) => ({
  ...bundleOf({}),
  documents: new Map(Object.entries(entries)),
})

test('a key that an open redirect of the issuer’s site leads to is not the issuer’s', async () => {
  const kid = out('https://evil.example/key.json')
  const credential = anUnsignedBadge({ issuer: { id: issuer, name: 'Victim' }, status: [] })
  const jwt = utf8(aJwt('ES256', { kid }, { ...credential, ...claimsOf(credential) }))
  const judge = async (finalUrl: string) => {
    const bundle = documentsOf({
      [kid]: led(jwkOf('p256'), finalUrl),
      [issuer]: led(profile, issuer),
    })
    const report = await verifyBadge(jwt, { at, bundle })
    return [report.overall, report.checks.find(({ id }) => id === 'issuer.key')?.outcome]
  }
  expect(await judge('https://evil.example/key.json')).toEqual(['indeterminate', 'unknown'])
  expect(await judge('https://victim.example/keys/1.json')).toEqual(['verified', 'pass'])
})

test.each<[string, string, string]>([
  ['a did:web', 'did:web:victim.example:issuer', 'https://victim.example/issuer/did.json'],
  ['an address', out('https://evil.example/me'), out('https://evil.example/me')],
])('the document of %s that another site gave is not its own word', async (_, id, url) => {
  const method = `${id}#k`
  const document = {
    id,
    verificationMethod: [
      { id: method, type: 'Multikey', controller: id, publicKeyMultibase: multikey('ed25519') },
    ],
    assertionMethod: [method],
  }
  const badge = await withProof(
    anUnsignedBadge({ issuer: { id, name: 'Victim' }, status: [] }),
    'eddsa-rdfc-2022',
    method,
  )
  const judge = async (finalUrl: string) => {
    const bundle = documentsOf({ [url]: led(document, finalUrl) })
    return verifyBadge(utf8(JSON.stringify(badge)), { at, bundle })
  }
  const report = await judge('https://evil.example/me')
  expect(report.overall).toBe('indeterminate')
  expect(report.checks.find(({ id: name }) => name === 'proof.verificationMethod')).toMatchObject({
    outcome: 'unknown',
    code: 'REDIRECTED',
    evidence: { url, finalUrl: 'https://evil.example/me' },
  })
  expect((await judge('https://victim.example/elsewhere')).overall).toBe('verified')
})

test('a hosted badge that lies on another site than its address is hosted by nobody', async () => {
  const judge = (url: string, content: JsonObject, finalUrl: string) =>
    judgeOlder(anAssertion(), { ...hostedDocuments, [url]: { entry: { content, finalUrl } } })
  for (const [url, content] of [
    [urls.assertion, anAssertion()],
    [urls.badge, aBadgeClass()],
    [urls.issuer, anIssuer()],
  ] as const) {
    const report = await judge(url, content, 'https://evil.example/x')
    expect(report.overall, url).toBe('indeterminate')
    expect((await judge(url, content, `${url}.json`)).overall, url).toBe('verified')
  }
  const away = await judge(urls.assertion, anAssertion(), 'https://evil.example/x')
  expect(troubles(away)).toContain('unknown hosted.retrieved REDIRECTED')
})

test('a signed badge of 2.0 takes no key from another site', async () => {
  const documents = {
    ...signedDocuments,
    [urls.key]: { entry: { content: aKey(), finalUrl: 'https://evil.example/key' } },
  }
  const jws = aJws(aSignedAssertion())
  expect((await judgeOlder(jws, signedDocuments)).overall).toBe('verified')
  expect((await judgeOlder(jws, documents)).overall).toBe('indeterminate')
})

test('an address that somebody typed may lead anywhere, and what lies there answers for itself', async () => {
  const short = 'https://short.example/1'
  const documents = {
    ...hostedDocuments,
    [short]: { entry: { content: anAssertion(), finalUrl: urls.assertion } },
  }
  expect((await judgeOlder(short, documents)).overall).toBe('verified')
})

test('a step up to TLS, or between a host and its www, is the same site; a port, a host or a step down is not', () => {
  const from = (url: string, finalUrl: string) =>
    isRedirected(documentsOf({ [url]: led({}, finalUrl) }), url)
  expect(from('http://a.example/1', 'https://a.example/2')).toBe(false)
  expect(from('https://a.example/1', 'https://a.example/2')).toBe(false)
  expect(from('https://a.example/1', 'https://www.a.example/1')).toBe(false)
  expect(from('https://www.a.example/1', 'https://a.example/1')).toBe(false)
  for (const [url, finalUrl] of [
    ['https://a.example/1', 'http://a.example/1'],
    ['https://a.example/1', 'https://a.example:8443/1'],
    ['http://a.example/1', 'https://a.example:8443/1'],
    ['https://a.example/1', 'https://b.a.example/1'],
    ['https://a.example/1', 'http://www.a.example/1'],
    ['https://a.example/1', 'https://www.a.example:8443/1'],
    ['https://a.example/1', 'https://www.b.example/1'],
    ['https://a.example/1', 'https://wwwa.example/1'],
    ['https://a.example/1', 'nonsense'],
  ] as const)
    expect(from(url, finalUrl), `${url} → ${finalUrl}`).toBe(true)
})
