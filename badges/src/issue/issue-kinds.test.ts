import { createPublicKey, createVerify, generateKeyPairSync, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  at,
  created,
  did,
  listUrl,
  secretKey,
  verificationMethod,
  anUnsignedBadge,
} from '../../test/a-badge.ts'
import { bytesOfBase64url } from '../bytes/base64url.ts'
import { utf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isObject, type JsonObject } from '../json/value.ts'
import { createStatusList, issueJwtStatusList, withBit } from '../status/status-list.ts'
import { emptyBundle, verifyBadge, type TrustBundle } from '../verify/verify.ts'
import {
  controllerDocument,
  ed25519Signer,
  endorsementCredential,
  es256Signer,
  issueBadge,
  issueJwtBadge,
  issueOlderBadge,
  olderBadge,
  renewed,
  rs256Signer,
  type JwtSigner,
  type OlderPlaces,
} from './issue.ts'

const web = 'https://district.example/issuer'
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

function privateJwk(): JsonObject {
  const parsed = parseJson(JSON.stringify(rsa.privateKey.export({ format: 'jwk' })))
  if (!parsed.ok || !isObject(parsed.value)) throw new Error('no JWK')
  return parsed.value
}
const signers: Readonly<Record<JwtSigner['alg'], () => Promise<JwtSigner>>> = {
  EdDSA: async () => ed25519Signer(secretKey, `${web}#ed`),
  ES256: async () => es256Signer(secretKey, `${web}#es`),
  RS256: () => rs256Signer(privateJwk(), `${web}#rs`),
}
const atWeb = (parts = {}) =>
  anUnsignedBadge({
    issuer: { id: web, name: 'Río Verde Unified' },
    recipient: { id: 'did:example:maria' },
    status: [],
    ...parts,
  })
const knowing = (documents: Readonly<Record<string, JsonObject>>): TrustBundle => ({
  ...emptyBundle,
  documents: new Map(
    Object.entries(documents).map(([url, content]) => [
      url,
      { content, fetchedAt: created, source: 'test' },
    ]),
  ),
})

test.each(['EdDSA', 'ES256', 'RS256'] as const)(
  'a badge as a JWT with %s is verified here, and its signature by the platform too',
  async alg => {
    const signer = await signers[alg]()
    const jws = await issueJwtBadge({ credential: atWeb(), signer, created })
    const bundle = knowing({ [web]: controllerDocument(signer) })
    const report = await verifyBadge(utf8(jws), { at, bundle })
    expect(report.checks.filter(check => check.needed && check.outcome !== 'pass')).toEqual([])
    expect(report.overall).toBe('verified')

    const [header = '', payload = '', signature = ''] = jws.split('.')
    const key = createPublicKey({ key: { ...signer.publicJwk }, format: 'jwk' })
    const signed = Buffer.from(`${header}.${payload}`)
    const bytes = Buffer.from(signature, 'base64url')
    const holds =
      alg === 'EdDSA'
        ? verify(null, signed, key, bytes)
        : createVerify('sha256')
            .update(signed)
            .verify(alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key, bytes)
    expect(holds).toBe(true)
    const claims = parseJson(new TextDecoder().decode(bytesOfBase64url(payload) ?? undefined))
    expect(claims).toMatchObject({
      value: { iss: web, sub: 'did:example:maria', jti: atWeb()['id'], nbf: created / 1000 },
    })
  },
)

test('a JWT badge under a did:key needs no document at all', async () => {
  const signer = ed25519Signer(secretKey, verificationMethod)
  const jws = await issueJwtBadge({ credential: anUnsignedBadge({ status: [] }), signer, created })
  expect((await verifyBadge(utf8(jws), { at, bundle: emptyBundle })).overall).toBe('verified')
})

test('a key that is not the issuer’s signs nothing: what we would not accept we do not issue', async () => {
  const signer = ed25519Signer(secretKey, verificationMethod)
  await expect(issueJwtBadge({ credential: atWeb(), signer, created })).rejects.toMatchObject({
    code: 'SELF_CHECK_FAILED',
  })
  const signed = await issueBadge({
    credential: anUnsignedBadge({ status: [] }),
    secretKey,
    verificationMethod,
    created,
  })
  await expect(issueJwtBadge({ credential: signed, signer, created })).rejects.toMatchObject({
    code: 'MALFORMED_VALUE_ERROR',
  })
})

test('an RSA key without its secret, or another kind of key, is no signer', async () => {
  const { n, e, kty } = privateJwk()
  for (const jwk of [{ kty: 'EC' }, { kty: kty ?? '', n: n ?? '', e: e ?? '' }])
    await expect(rs256Signer(jwk, `${web}#rs`)).rejects.toMatchObject({
      code: 'MALFORMED_VALUE_ERROR',
    })
})

test('an endorsement is a part of the badge it speaks of, and of no other', async () => {
  const badge = anUnsignedBadge({ status: [] })
  const endorsement = await issueBadge({
    credential: endorsementCredential({
      id: 'urn:uuid:0f0d6c6a-3c5d-4f5e-9a3c-1d7a6c1f2b01',
      name: 'In favour of this badge',
      issuer: { id: did, name: 'Río Verde Unified' },
      endorsed: String(badge['id']),
      comment: 'We count it towards renewal.',
      validFrom: created,
    }),
    secretKey,
    verificationMethod,
    created,
  })
  const signed = await issueBadge({
    credential: { ...badge, endorsement: [endorsement] },
    secretKey,
    verificationMethod,
    created,
  })
  const report = await verifyBadge(utf8(JSON.stringify(signed)), { at, bundle: emptyBundle })
  expect([report.overall, report.parts.map(part => part.overall)]).toEqual([
    'verified',
    ['verified'],
  ])
  const other = await issueBadge({
    credential: {
      ...badge,
      id: 'urn:uuid:0f0d6c6a-3c5d-4f5e-9a3c-1d7a6c1f2b02',
      endorsement: [endorsement],
    },
    secretKey,
    verificationMethod,
    created,
  })
  const misplaced = await verifyBadge(utf8(JSON.stringify(other)), { at, bundle: emptyBundle })
  expect(misplaced.parts.map(part => part.overall)).toEqual(['not-verified'])
})

test('the next issue of a badge has its id and issuer, a later day, and no old proof', async () => {
  const first = await issueBadge({
    credential: anUnsignedBadge({ status: [] }),
    secretKey,
    verificationMethod,
    created,
  })
  const next = renewed(first, { validFrom: at, validUntil: at + 86_400_000 })
  expect(next).toMatchObject({ id: first['id'], issuer: first['issuer'] })
  expect(next['proof']).toBeUndefined()
  const signed = await issueBadge({ credential: next, secretKey, verificationMethod, created: at })
  expect(
    (await verifyBadge(utf8(JSON.stringify(signed)), { at, bundle: emptyBundle })).overall,
  ).toBe('verified')
  expect(() => renewed(first, { validFrom: created })).toThrow('no newer issue')
  expect(() => renewed({}, { validFrom: created })).toThrow('no newer issue')
})

const places: OlderPlaces = {
  assertion: 'https://district.example/2/assertions/1',
  badge: 'https://district.example/2/badges/1',
  issuer: 'https://district.example/2/issuer',
  issuerUrl: 'https://district.example',
  issuerEmail: 'badges@district.example',
  image: 'https://district.example/2/badges/1.png',
}

test('a status list as a JWT answers for a badge as a JWT, before and after it is revoked', async () => {
  const signer = ed25519Signer(secretKey, verificationMethod)
  const jws = await issueJwtBadge({ credential: anUnsignedBadge(), signer, created })
  const listed = async (isRevoked: boolean) => {
    const content = await issueJwtStatusList(
      {
        id: listUrl,
        issuer: did,
        purpose: 'revocation',
        list: withBit(createStatusList(), 4711, isRevoked),
        validFrom: created,
        validUntil: at + 86_400_000,
        ttlMs: 3_600_000,
      },
      { signer, created },
    )
    const documents = new Map([[listUrl, { content, fetchedAt: at, source: 'test' }]])
    return (await verifyBadge(utf8(jws), { at, bundle: { ...emptyBundle, documents } })).overall
  }
  expect([await listed(false), await listed(true)]).toEqual(['verified', 'not-verified'])
})

test('a badge said in the words of 2.0 is a good hosted badge, for the same person', async () => {
  const older = olderBadge(anUnsignedBadge(), places)
  const documents = knowing({
    [places.assertion]: older.assertion,
    [places.badge]: older.badge,
    [places.issuer]: older.issuer,
  })
  const report = await verifyBadge(utf8(JSON.stringify(older.assertion)), {
    at,
    bundle: documents,
    recipients: [{ type: 'email', value: 'maría@district.example' }],
  })
  expect(report.detected).toMatchObject({ kind: 'badge', version: '2.0' })
  expect(report.overall).toBe('verified')
  expect(report.checks.find(check => check.id === 'recipient')?.outcome).toBe('pass')
  expect(older.badge).toMatchObject({
    alignment: [{ targetCode: 'C3.2' }],
    tags: ['questioning'],
    criteria: { narrative: 'Two raters found every criterion at “Proficient” or above.' },
  })
})

test('signed, it holds by the issuer’s own key; another kind of key signs none', async () => {
  const signedPlaces = { ...places, key: 'https://district.example/2/key' }
  const older = olderBadge(anUnsignedBadge(), signedPlaces)
  const signer = await signers.RS256()
  const { jws, key } = await issueOlderBadge(older, signedPlaces, signer, created)
  const bundle = knowing({
    [places.badge]: older.badge,
    [places.issuer]: older.issuer,
    [signedPlaces.key]: key,
  })
  expect((await verifyBadge(utf8(jws), { at, bundle })).overall).toBe('verified')
  const es = await signers.ES256()
  await expect(issueOlderBadge(older, signedPlaces, es, created)).rejects.toMatchObject({
    code: 'MALFORMED_VALUE_ERROR',
  })
  await expect(issueOlderBadge(older, places, signer, created)).rejects.toMatchObject({
    code: 'MALFORMED_VALUE_ERROR',
  })
})

test('what is no achievement, or names nobody, can not be said in the words of 2.0', () => {
  expect(() => olderBadge({}, places)).toThrow('no Open Badges 3.0')
  const { credentialSubject } = anUnsignedBadge()
  if (!isObject(credentialSubject)) throw new Error('no subject')
  const { identifier: _identifier, ...nobody } = credentialSubject
  expect(() => olderBadge({ ...anUnsignedBadge(), credentialSubject: nobody }, places)).toThrow(
    'names nobody',
  )
})
