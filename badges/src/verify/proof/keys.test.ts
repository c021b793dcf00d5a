import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf, created } from '../../../test/a-badge.ts'
import {
  aJwt,
  claimsOf,
  didKeyOf,
  jwkOf,
  multikey,
  pairs,
  withProof,
  type SuiteName,
} from '../../../test/signed.ts'
import { base64url } from '../../bytes/base64url.ts'
import { utf8 } from '../../bytes/text.ts'
import { bytesOfBase58btc, base58btc } from '../../bytes/multibase.ts'
import type { JsonObject } from '../../json/value.ts'
import { verifyBadge, type KeptKey, type Report } from '../verify.ts'

const web = 'did:web:district.example'
const webUrl = 'https://district.example/.well-known/did.json'
const day = 86_400_000

const unsigned = (issuer: string) =>
  anUnsignedBadge({ issuer: { id: issuer, name: 'District' }, status: [] })
const signedBy = (name: SuiteName, method: string, issuer = web) =>
  withProof(unsigned(issuer), name, method)

const judge = (
  badge: JsonObject,
  documents: Readonly<Record<string, JsonObject>> = {},
  keys: readonly KeptKey[] = [],
) => verifyBadge(bytesOf(badge), { at, bundle: { ...bundleOf(documents), keys } })
const check = (report: Report, id: string) => report.checks.find(found => found.id === id)

const plain58 = (key: string) =>
  base58btc((bytesOfBase58btc(key) ?? new Uint8Array()).subarray(2)).slice(1)

describe('a did:web document may state a key in each form in use', () => {
  test.each<[string, SuiteName, JsonObject]>([
    ['Multikey', 'eddsa-rdfc-2022', { publicKeyMultibase: multikey('ed25519') }],
    ['Multikey', 'ecdsa-rdfc-2019 P-256', { publicKeyMultibase: multikey('p256') }],
    ['Multikey', 'ecdsa-rdfc-2019 P-384', { publicKeyMultibase: multikey('p384') }],
    ['JsonWebKey', 'ecdsa-jcs-2019 P-256', { publicKeyJwk: jwkOf('p256') }],
    ['JsonWebKey2020', 'eddsa-jcs-2022', { publicKeyJwk: jwkOf('ed25519') }],
    [
      'Ed25519VerificationKey2018',
      'eddsa-rdfc-2022',
      { publicKeyBase58: plain58(multikey('ed25519')) },
    ],
  ])('%s for %s, listed or only inside assertionMethod', async (type, suite, key) => {
    const method = { id: '#k', type, controller: web, ...key }
    const badge = await signedBy(suite, `${web}#k`)
    const listed = { id: web, verificationMethod: [method], assertionMethod: ['#k'] }
    const inside = { id: web, assertionMethod: [{ ...method, id: `${web}#k` }] }
    expect((await judge(badge, { [webUrl]: listed })).overall).toBe('verified')
    expect((await judge(badge, { [webUrl]: inside })).overall).toBe('verified')
    const asked = { ...listed, assertionMethod: [], authentication: ['#k'] }
    expect((await judge(badge, { [webUrl]: asked })).overall).toBe('not-verified')
  })
})

test('a key of another kind than the suite takes is a bad one, one nobody reads is unknown', async () => {
  const badge = await signedBy('eddsa-rdfc-2022', `${web}#k`)
  const withKey = (key: JsonObject) => ({
    [webUrl]: { id: web, assertionMethod: [{ id: `${web}#k`, controller: web, ...key }] },
  })
  const wrong = await judge(badge, withKey({ publicKeyMultibase: multikey('p256') }))
  expect(check(wrong, 'proof.verificationMethod')?.outcome).toBe('fail')
  for (const key of [
    { publicKeyJwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } },
    { type: 'Bls12381G2Key2020', publicKeyBase58: 'x' },
    {},
  ])
    expect((await judge(badge, withKey(key))).overall).toBe('indeterminate')
  for (const key of [
    { publicKeyMultibase: 'z6Mk' },
    { publicKeyJwk: { ...jwkOf('p256'), y: jwkOf('p256')['x'] ?? '' } },
    { publicKeyJwk: 7 },
  ])
    expect((await judge(badge, withKey(key))).overall).toBe('not-verified')
})

test('a document speaks for itself only: it can’t make its key another issuer’s', async () => {
  const evil = 'did:web:evil.example'
  const method = { id: `${evil}#k`, type: 'Multikey', controller: web }
  const badge = await signedBy('eddsa-rdfc-2022', `${evil}#k`)
  const key = { ...method, publicKeyMultibase: multikey('ed25519') }
  const documents = {
    'https://evil.example/.well-known/did.json': { id: evil, assertionMethod: [key] },
  }
  const report = await judge(badge, documents)
  expect(check(report, 'issuer.key')?.outcome).toBe('fail')
  expect(report.overall).toBe('not-verified')
})

describe('a key at an address of its own', () => {
  const issuer = 'https://district.example/issuer'
  const address = 'https://keys.example/k1'
  const key = { id: address, type: 'Multikey', controller: issuer }
  const there = { ...key, publicKeyMultibase: multikey('ed25519') }
  const told = async (document: JsonObject | null) => {
    const badge = await signedBy('eddsa-rdfc-2022', address, issuer)
    return judge(badge, { [address]: there, ...(document === null ? {} : { [issuer]: document }) })
  }

  test('is the issuer’s, and one to make statements with, where the issuer’s document lists it', async () => {
    expect((await told({ id: issuer, assertionMethod: [address] })).overall).toBe('verified')
    const held = { id: issuer, assertionMethod: [there] }
    expect((await told(held)).overall).toBe('verified')
    const renamed = { ...there, id: `${issuer}#k` }
    const under = { id: issuer, verificationMethod: [renamed], assertionMethod: [`${issuer}#k`] }
    expect((await told(under)).overall).toBe('verified')
  })

  test('is nobody’s before that, whatever it says of itself', async () => {
    const alone = await told(null)
    expect(alone.overall).toBe('indeterminate')
    expect(check(alone, 'proof.purpose')?.outcome).toBe('unknown')
    const listed = { id: issuer, verificationMethod: [there], authentication: [address] }
    expect((await told(listed)).overall).toBe('not-verified')
  })

  test('is not the one that the issuer’s document itself holds under that address', async () => {
    const other = { ...key, publicKeyMultibase: multikey('p256') }
    for (const document of [
      { id: issuer, assertionMethod: [other] },
      { id: issuer, verificationMethod: [other], assertionMethod: [address] },
    ]) {
      const report = await told(document)
      expect(check(report, 'issuer.key')?.outcome).toBe('fail')
      expect(report.overall).toBe('not-verified')
    }
  })
})

describe('did:key and did:jwk hold their own key', () => {
  test('P-256 and P-384, with and without the fragment', async () => {
    for (const [pair, suite] of [
      ['p256', 'ecdsa-rdfc-2019 P-256'],
      ['p384', 'ecdsa-jcs-2019 P-384'],
    ] as const) {
      const { did, method } = didKeyOf(pair)
      for (const named of [did, method])
        expect((await judge(await signedBy(suite, named, did))).overall).toBe('verified')
      const strange = await signedBy(suite, `${did}#other`, did)
      expect((await judge(strange)).overall).toBe('not-verified')
    }
  })

  test('a did:jwk for encryption must not sign, one with its secret is told', async () => {
    const didOf = (jwk: JsonObject) => `did:jwk:${base64url(utf8(JSON.stringify(jwk)))}`
    const good = didOf({ ...jwkOf('p256'), use: 'sig' })
    expect((await judge(await signedBy('ecdsa-rdfc-2019 P-256', `${good}#0`, good))).overall).toBe(
      'verified',
    )
    for (const method of [`${good}#1`, `${didOf({ ...jwkOf('p256'), use: 'enc' })}#0`]) {
      const [did = ''] = method.split('#')
      const report = await judge(await signedBy('ecdsa-rdfc-2019 P-256', method, did))
      expect(check(report, 'proof.verificationMethod')?.outcome).toBe('fail')
    }
    const secret = didOf({ ...jwkOf('p256'), d: 'AAAA' })
    const told = await judge(await signedBy('ecdsa-rdfc-2019 P-256', `${secret}#0`, secret))
    expect(check(told, 'issuer.keyPrivate')).toMatchObject({ outcome: 'fail', code: 'TEST_KEY' })
  })

  test('text that is no JWK is no did:jwk', async () => {
    for (const did of ['did:jwk:', 'did:jwk:e30', 'did:jwk:W10', `did:jwk:${'A'.repeat(5_000)}`])
      expect((await judge(await signedBy('eddsa-rdfc-2022', `${did}#0`, did))).overall).toBe(
        'not-verified',
      )
  })
})

describe('a key that was replaced or retired, kept by the bundle', () => {
  const stated = (key: string) => ({
    id: `${web}#k`,
    type: 'Multikey',
    controller: web,
    publicKeyMultibase: key,
  })
  const kept = (more: Partial<KeptKey> = {}): KeptKey => ({
    method: stated(multikey('ed25519')),
    fetchedAt: created - day,
    source: 'district record',
    ...more,
  })
  const now = (methods: readonly JsonObject[]) => ({
    [webUrl]: {
      id: web,
      verificationMethod: methods,
      assertionMethod: methods.map(method => method['id'] ?? ''),
    },
  })
  const newKey = multikeyOfNew()
  const badge = () => signedBy('eddsa-rdfc-2022', `${web}#k`)

  test('without it the badge can no longer be verified', async () => {
    expect((await judge(await badge(), now([]))).overall).toBe('not-verified')
    expect((await judge(await badge(), now([stated(newKey)]))).overall).toBe('not-verified')
  })

  test('in use still, as far as anybody knows', async () => {
    const report = await judge(await badge(), {}, [kept({ from: created - day })])
    expect(check(report, 'proof.keyCurrent')).toMatchObject({
      outcome: 'pass',
      asOf: created - day,
    })
    expect(check(report, 'issuer.key')?.outcome).toBe('pass')
    expect(report.overall).toBe('verified')
  })

  test('dropped by a newer document, or replaced under its old name: retired by then', async () => {
    for (const documents of [now([]), now([stated(newKey)])]) {
      const report = await judge(await badge(), documents, [kept()])
      expect(check(report, 'proof.signature')?.outcome).toBe('pass')
      expect(check(report, 'issuer.key')?.outcome).toBe('pass')
      expect(check(report, 'proof.keyCurrent')).toMatchObject({
        outcome: 'unknown',
        code: 'KEY_EXPIRED',
        facts: { expires: new Date(at - 3_600_000).toISOString() },
      })
      // The document was fetched before the bundle learnt of the key: it says nothing about it.
      const later = await judge(await badge(), documents, [kept({ fetchedAt: at - 1_000 })])
      expect(later.overall).toBe('verified')
    }
  })

  test('retired since: unknown, since only the signer says it was signed before', async () => {
    for (const documents of [{}, now([stated(newKey)]), now([stated(multikey('ed25519'))])]) {
      const report = await judge(await badge(), documents, [kept({ until: created + 1_000 })])
      expect(check(report, 'proof.keyCurrent')).toMatchObject({
        outcome: 'unknown',
        code: 'KEY_EXPIRED',
      })
      expect(check(report, 'proof.signature')?.outcome).toBe('pass')
      expect(report.overall).toBe('indeterminate')
    }
  })

  test('retired before, not made yet, or taken back: fail', async () => {
    const codeOf = async (more: Partial<KeptKey>) =>
      check(await judge(await badge(), {}, [kept(more)]), 'proof.keyCurrent')
    expect(await codeOf({ until: created - 1_000 })).toMatchObject({
      outcome: 'fail',
      code: 'KEY_EXPIRED',
    })
    expect(await codeOf({ from: created + day })).toMatchObject({
      outcome: 'fail',
      code: 'KEY_NOT_YET_VALID',
    })
    expect(await codeOf({ revoked: created + 1_000 })).toMatchObject({
      outcome: 'fail',
      code: 'KEY_REVOKED',
    })
    expect(await codeOf({ until: at + day, from: created })).toMatchObject({ outcome: 'pass' })
  })

  test('a key that its owner lists with when it was taken back, and for nothing, fails for that reason alone', async () => {
    const failed = (report: Report) =>
      report.checks.flatMap(({ outcome, code }) => (outcome === 'fail' ? code : []))
    const document = (revoked?: string) => ({
      [webUrl]: {
        id: web,
        verificationMethod: [
          {
            ...{ id: `${web}#k`, type: 'Multikey', controller: web },
            publicKeyMultibase: multikey('ed25519'),
            ...(revoked === undefined ? {} : { revoked }),
          },
        ],
        assertionMethod: [],
      },
    })
    const mine = await signedBy('eddsa-rdfc-2022', `${web}#k`)
    const at = new Date(created + day).toISOString()
    expect(failed(await judge(mine, document(at)))).toEqual(['KEY_REVOKED'])
    const other = 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD'
    expect(failed(await judge(mine, document()))).toEqual([other])
    expect(failed(await judge(mine, document('2999-01-01T00:00:00Z')))).toEqual([other])
  })

  test('a key kept of somebody else is not this issuer’s', async () => {
    const foreign = { ...stated(multikey('ed25519')), controller: 'did:web:other.example' }
    const report = await judge(await badge(), now([]), [kept({ method: foreign })])
    expect(report.overall).toBe('not-verified')
  })

  test('a did:key known to be lost is refused, and a JWT finds a kept key by its bare name', async () => {
    const { did, method } = didKeyOf('ed25519')
    const lost = kept({
      method: { ...stated(multikey('ed25519')), id: method, controller: did },
      revoked: created,
    })
    const report = await judge(await signedBy('eddsa-rdfc-2022', method, did), {}, [lost])
    expect(check(report, 'proof.keyCurrent')?.code).toBe('KEY_REVOKED')
    // Nor does another spelling of its name hide it.
    const bare = await judge(await signedBy('eddsa-rdfc-2022', did, did), {}, [lost])
    expect(check(bare, 'proof.keyCurrent')?.code).toBe('KEY_REVOKED')
    const jwk = `did:jwk:${base64url(utf8(JSON.stringify(jwkOf('ed25519'))))}`
    const same = await judge(await signedBy('eddsa-rdfc-2022', `${jwk}#0`, jwk), {}, [lost])
    expect(check(same, 'proof.keyCurrent')?.code).toBe('KEY_REVOKED')
    const credential = unsigned(web)
    const jwt = aJwt('EdDSA', { kid: 'k' }, { ...credential, ...claimsOf(credential) })
    const bundle = { ...bundleOf({}), keys: [kept()] }
    expect((await verifyBadge(utf8(jwt), { at, bundle })).overall).toBe('verified')
  })
})

function multikeyOfNew(): string {
  const { publicKey } = generateKeyPairSync('ed25519')
  const point = Buffer.from(String(jwkOf('ed25519', publicKey)['x']), 'base64url')
  expect(pairs.ed25519.publicKey.equals(publicKey)).toBe(false)
  return base58btc(Uint8Array.of(0xed, 0x01, ...point))
}

test('a name of a mebibyte does not swell the report', async () => {
  const long = `did:web:${'a'.repeat(500_000)}`
  const report = await judge(await signedBy('eddsa-jcs-2022', `${long}#k`, long))
  expect(JSON.stringify(report).length).toBeLessThan(20_000)
})
