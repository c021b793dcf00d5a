import { generateKeyPairSync, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf } from '../../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf, jwkOf, pairs } from '../../../test/signed.ts'
import { base64url } from '../../bytes/base64url.ts'
import { utf8 } from '../../bytes/text.ts'
import { isObject, type JsonObject } from '../../json/value.ts'
import { defaultPolicy, four, verifyBadge, type Report } from '../verify.ts'

const famous = 'https://famous.example/issuer'
const keysUrl = 'https://famous.example/keys.json'
const own = didKeyOf('ed25519')

/** A credential of an issuer, with its claims, as the payload of a JWT. */
function payloadOf(issuer: string, more: JsonObject = {}): JsonObject {
  const badge = anUnsignedBadge({ issuer: { id: issuer, name: 'Famous' }, status: [] })
  return { ...badge, ...claimsOf(badge), ...more }
}

/** What the famous issuer publishes: an RSA key, in a set of its own and in its document. */
const jwk: JsonObject = { ...jwkOf('rsa'), kid: 'key-1', use: 'sig' }
const published = {
  [keysUrl]: { keys: [jwk] },
  [famous]: {
    id: famous,
    verificationMethod: [
      { id: `${famous}#key-1`, type: 'JsonWebKey', controller: famous, publicKeyJwk: jwk },
    ],
    assertionMethod: [`${famous}#key-1`],
  },
}

const judge = (jwt: string, documents: Readonly<Record<string, JsonObject>> = published) =>
  verifyBadge(utf8(jwt), { at, bundle: bundleOf(documents) })

const outcome = (report: Report, id: string) =>
  report.checks.find(check => check.id === id)?.outcome
const code = (report: Report, id: string) => report.checks.find(check => check.id === id)?.code

test('a good one is verified by address, by set, by fragment, by thumbprint and by its enclosed key', async () => {
  for (const header of [
    { kid: `${famous}#key-1` },
    { kid: `${keysUrl}#key-1` },
    { kid: 'key-1' },
    { kid: '#key-1' },
    { jwk: jwkOf('rsa') },
    {},
  ])
    expect((await judge(aJwt('RS256', header, payloadOf(famous)))).overall).toBe('verified')
  const withoutSet = { [famous]: published[famous] }
  for (const header of [
    { kid: 'https://famous.example/keys/1', jwk: jwkOf('rsa') },
    { kid: 'another name', jwk: jwkOf('rsa') },
  ]) {
    const jwt = aJwt('RS256', header, payloadOf(famous))
    expect((await judge(jwt, withoutSet)).overall).toBe('verified')
  }
  const bare = aJwt('EdDSA', { kid: own.did.slice('did:key:'.length) }, payloadOf(own.did))
  expect((await judge(bare)).overall).toBe('verified')
})

describe('a JWT that no verifier may take (security.md row 27, RFC 8725)', () => {
  const signed = (header: JsonObject) =>
    aJwt('RS256', { kid: `${famous}#key-1`, ...header }, payloadOf(famous))

  test.each([
    ['alg none', { alg: 'none' }],
    ['alg None', { alg: 'None' }],
    ['alg HS256', { alg: 'HS256' }],
    ['alg RS1', { alg: 'RS1' }],
    ['alg as a list', { alg: ['RS256'] }],
    ['no alg', { alg: null }],
    ['crit', { crit: ['exp'], exp: 1 }],
    ['crit, empty', { crit: [] }],
    ['b64 false', { b64: false, crit: ['b64'] }],
    ['b64 true', { b64: true }],
    ['jku', { jku: 'https://evil.example/keys.json' }],
    ['x5u', { x5u: 'https://evil.example/cert.pem' }],
    ['zip', { zip: 'DEF' }],
  ])('%s', async (_, header) => {
    const report = await judge(signed(header))
    expect(code(report, 'jwt.alg')).toBe('ALG_NOT_ALLOWED')
    expect(outcome(report, 'proof.signature')).toBe('fail')
    expect(report.overall).toBe('not-verified')
  })

  test('a hash keyed with the public key in any of its spellings', async () => {
    const { publicKey } = pairs.rsa
    for (const key of [
      publicKey.export({ format: 'pem', type: 'spki' }),
      publicKey.export({ format: 'der', type: 'spki' }),
      JSON.stringify(jwk),
    ]) {
      const head = base64url(utf8(JSON.stringify({ alg: 'HS256', kid: `${famous}#key-1` })))
      const text = `${head}.${base64url(utf8(JSON.stringify(payloadOf(famous))))}`
      const hash = createHmac('sha256', key).update(text).digest()
      expect((await judge(`${text}.${base64url(hash)}`)).overall).toBe('not-verified')
    }
  })

  test('an algorithm of another kind than the key', async () => {
    for (const alg of ['ES256', 'EdDSA'])
      expect((await judge(signed({ alg }))).overall).toBe('not-verified')
  })

  test('a type that is not a credential’s; absent and every known one is', async () => {
    for (const typ of ['at+jwt', 'dpop+jwt', 'vp+jwt', 'jwt2', '', 7, null])
      expect(outcome(await judge(signed({ typ })), 'jwt.typ')).toBe('fail')
    for (const typ of ['jwt', 'JWT', 'vc+jwt', 'application/vc+jwt', 'vc+ld+jwt'])
      expect((await judge(signed({ typ }))).overall).toBe('verified')
    expect(outcome(await judge(signed({ cty: 'JWT' })), 'jwt.typ')).toBe('fail')
  })

  test('one thing said twice, in the header or the payload', async () => {
    const raw = (header: string, payload: string) =>
      `${base64url(utf8(header))}.${base64url(utf8(payload))}.AAAA`
    const payload = JSON.stringify(payloadOf(famous))
    for (const jwt of [
      raw('{"alg":"RS256","alg":"none"}', payload),
      raw('{"alg":"RS256"}', payload.replace('{', '{"iss":"https://evil.example",')),
    ])
      expect((await judge(jwt)).checks[0]).toMatchObject({ id: 'format', code: 'DUPLICATE_KEY' })
  })

  test('a second credential beside the one that is read', async () => {
    const inner = anUnsignedBadge({ issuer: { id: own.did, name: 'Evil' } })
    const report = await judge(aJwt('RS256', { kid: 'key-1' }, payloadOf(famous, { vc: inner })))
    expect(outcome(report, 'jwt.shape')).toBe('fail')
    expect(report.overall).toBe('not-verified')
  })
})

describe('a key that somebody else put there', () => {
  test('in the header: the arithmetic holds, and it is a stranger’s', async () => {
    const header = { jwk: jwkOf('ed25519') }
    const report = await judge(aJwt('EdDSA', header, payloadOf(famous)))
    expect(outcome(report, 'proof.signature')).toBe('pass')
    expect(outcome(report, 'issuer.key')).toBe('fail')
    expect(report.overall).toBe('not-verified')
    const offline = await judge(aJwt('EdDSA', header, payloadOf(famous)), {})
    expect(outcome(offline, 'issuer.key')).toBe('unknown')
    expect(offline.overall).toBe('indeterminate')
    expect(four(offline).trust.outcome).not.toBe('pass')
  })

  test('in the header beside the issuer’s kid: the issuer’s key decides', async () => {
    const header = { kid: `${famous}#key-1`, jwk: jwkOf('ed25519') }
    const report = await judge(aJwt('EdDSA', header, payloadOf(famous)))
    expect(outcome(report, 'proof.signature')).toBe('fail')
    expect(report.overall).toBe('not-verified')
  })

  test('as a did:key, a did:jwk, or on another site', async () => {
    const evil = 'https://famous.example.evil.example/keys.json'
    const didJwk = `did:jwk:${base64url(utf8(JSON.stringify(jwkOf('ed25519'))))}`
    const documents = { [evil]: { keys: [{ ...jwkOf('ed25519'), kid: 'k' }] }, ...published }
    for (const kid of [own.did, own.method, didJwk, `${didJwk}#0`, `${evil}#k`, evil]) {
      const report = await judge(aJwt('EdDSA', { kid }, payloadOf(famous)), documents)
      expect(outcome(report, 'proof.signature')).toBe('pass')
      expect(outcome(report, 'issuer.key')).toBe('fail')
      expect(report.overall).toBe('not-verified')
    }
  })

  test('in a document that calls its own key the famous issuer’s', async () => {
    const evil = 'https://evil.example/issuer'
    const method = {
      id: `${evil}#k`,
      type: 'JsonWebKey',
      controller: famous,
      publicKeyJwk: jwkOf('ed25519'),
    }
    const documents = {
      [evil]: { id: evil, verificationMethod: [method], assertionMethod: [`${evil}#k`] },
      [`${evil}/k`]: { ...method, id: `${evil}/k` },
    }
    for (const kid of [`${evil}#k`, `${evil}/k`])
      for (const known of [documents, { ...documents, ...published }]) {
        const report = await judge(aJwt('EdDSA', { kid }, payloadOf(famous)), known)
        expect(outcome(report, 'issuer.key')).not.toBe('pass')
        expect(report.overall).not.toBe('verified')
      }
  })

  test('under the issuer’s name in `iss` only, even where no policy asks', async () => {
    const policy = { ...defaultPolicy, needed: ['proof.*', 'issuer.key'] }
    const jwt = aJwt('EdDSA', { kid: own.method }, payloadOf(famous, { iss: own.did }))
    const report = await verifyBadge(utf8(jwt), { at, bundle: bundleOf(published), policy })
    expect(code(report, 'jwt.claims.iss')).toBe('CLAIM_MISMATCH')
    expect(report.overall).toBe('not-verified')
  })
})

describe('a key that is no good', () => {
  const withJwk = (key: JsonObject, lists: JsonObject = {}) => ({
    [famous]: {
      ...published[famous],
      verificationMethod: [
        { id: `${famous}#key-1`, type: 'JsonWebKey', controller: famous, publicKeyJwk: key },
      ],
      ...lists,
    },
  })
  const header = { kid: `${famous}#key-1` }

  test('for encryption, or not listed for assertions', async () => {
    const jwt = aJwt('RS256', header, payloadOf(famous))
    for (const use of [{ use: 'enc' }, { key_ops: ['encrypt'] }]) {
      const report = await judge(jwt, withJwk({ ...jwkOf('rsa'), ...use }))
      expect(outcome(report, 'proof.verificationMethod')).toBe('fail')
      expect(report.overall).toBe('not-verified')
    }
    const report = await judge(jwt, withJwk(jwkOf('rsa'), { assertionMethod: [] }))
    expect(outcome(report, 'proof.purpose')).toBe('fail')
  })

  test('too short', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const jwt = aJwt('RS256', header, payloadOf(famous), short.privateKey)
    const report = await judge(jwt, withJwk(jwkOf('rsa', short.publicKey)))
    expect(code(report, 'proof.verificationMethod')).toBe('CRYPTOGRAPHIC_SECURITY_ERROR')
    expect(report.overall).toBe('not-verified')
  })

  test('with its secret beside it: verified by default, and told', async () => {
    const secret: JsonObject = { ...jwkOf('rsa'), d: 'AAAA' }
    const report = await judge(aJwt('RS256', header, payloadOf(famous)), withJwk(secret))
    expect(report.overall).toBe('verified')
    expect(code(report, 'issuer.keyPrivate')).toBe('TEST_KEY')
    expect(four(report).trust).toMatchObject({ outcome: 'fail', code: 'TEST_KEY' })
  })
})

test('ES384 and PS256 are sound, and taken where the policy says so', async () => {
  for (const [alg, pair] of [
    ['ES384', 'p384'],
    ['PS256', 'rsa'],
  ] as const) {
    const did = `did:jwk:${base64url(utf8(JSON.stringify(jwkOf(pair))))}`
    const bytes = utf8(aJwt(alg, { kid: did }, payloadOf(did)))
    const plain = await verifyBadge(bytes, { at, bundle: bundleOf({}) })
    expect(plain.overall).toBe('indeterminate')
    const policy = { ...defaultPolicy, algs: ['ES384', 'PS256'] }
    const wide = await verifyBadge(bytes, { at, bundle: bundleOf({}), policy })
    expect(wide.overall).toBe('verified')
  }
})

test('a policy can’t let in what is unsound', async () => {
  const policy = { ...defaultPolicy, algs: ['none', 'HS256', 'RS256'] }
  for (const alg of ['none', 'HS256']) {
    const jwt = aJwt('RS256', { alg, kid: 'key-1' }, payloadOf(famous))
    const report = await verifyBadge(utf8(jwt), { at, bundle: bundleOf(published), policy })
    expect(report.overall).toBe('not-verified')
  }
})

test('all keys are tried, and no more of them than the limit', async () => {
  const others = Array.from({ length: 3 }, () =>
    jwkOf('p256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
  )
  const keys = (list: readonly JsonObject[]) => ({ [keysUrl]: { keys: list } })
  const jwt = aJwt('ES256', { kid: keysUrl }, payloadOf(famous))
  expect((await judge(jwt, keys([...others, jwkOf('p256')]))).overall).toBe('verified')
  expect((await judge(jwt, keys(others))).overall).toBe('not-verified')
  const many = Array.from({ length: 5_000 }, () => others[0] ?? {})
  // One of those that were not tried may have signed it: not known, and no fail.
  const beyond = await judge(jwt, keys([...many, jwkOf('p256')]))
  expect(beyond.overall).toBe('indeterminate')
  expect(beyond.checks.find(check => check.id === 'proof.signature')).toMatchObject({
    outcome: 'unknown',
    code: 'TOO_COMPLEX',
  })
})

describe('claims that say something else than the credential (OB 3.0 #jwt-verify-credential)', () => {
  const good = payloadOf(own.did)
  const nbf = Number(good['nbf'])
  test.each([
    ['iss', { iss: 'did:example:other' }],
    ['iss', { iss: 7 }],
    ['jti', { jti: 'urn:uuid:other' }],
    ['sub', { sub: 'did:example:other' }],
    ['nbf', { nbf: nbf + 1 }],
    ['nbf', { nbf: String(nbf) }],
    ['nbf', { nbf: 1e300 }],
    ['exp', { exp: nbf + 60 }],
    ['exp', { exp: 'never' }],
  ])('%s is told: %j', async (name, claims) => {
    const report = await judge(aJwt('EdDSA', { kid: own.method }, { ...good, ...claims }))
    expect(outcome(report, `jwt.claims.${name}`)).toBe('fail')
    expect(outcome(report, 'proof.signature')).toBe('pass')
    expect(report.overall).toBe('not-verified')
  })

  test('a missing one is told, a fraction of a second and another zone are the same instant', async () => {
    for (const name of ['iss', 'jti', 'nbf']) {
      const { [name]: _, ...rest } = good
      const report = await judge(aJwt('EdDSA', { kid: own.method }, rest))
      expect(code(report, `jwt.claims.${name}`)).toBe('CLAIM_MISSING')
    }
    const zoned = { ...good, validFrom: '2026-03-02T04:00:00-06:00', nbf: nbf + 0.25, iat: '2026' }
    expect((await judge(aJwt('EdDSA', { kid: own.method }, zoned))).overall).toBe('verified')
  })

  test('in the older shape what only the claims say is the credential’s; exp sets the end in both', async () => {
    const older = {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: good['credentialSubject'] ?? {},
    }
    const claims = { iss: own.did, jti: 'urn:uuid:1', nbf, sub: 'did:example:teacher' }
    const jwt = (exp: number) => aJwt('EdDSA', { kid: own.method }, { ...claims, exp, vc: older })
    const report = await judge(jwt(nbf + 90 * 86_400))
    expect(report.subject).toMatchObject({ id: 'urn:uuid:1', issuerId: own.did })
    expect(report.overall).toBe('verified')
    expect(four(await judge(jwt(nbf + 60))).dates.code).toBe('EXPIRED')
  })
})

test('what a header or payload of strange shapes holds is judged, not thrown at', async () => {
  const strange = [
    null,
    0,
    true,
    '',
    [],
    {},
    [[]],
    'did:key:z',
    'did:jwk:e30',
    'https://',
    '#',
    'x',
  ]
  for (const value of strange)
    for (const name of ['kid', 'jwk', 'alg', 'typ', 'cty', 'crit', 'x5c'])
      expect(
        (await judge(aJwt('EdDSA', { [name]: value }, payloadOf(own.did)))).checks.length,
      ).toBeGreaterThan(5)
  for (const value of strange)
    for (const name of [
      'iss',
      'sub',
      'jti',
      'nbf',
      'exp',
      'vc',
      'vp',
      'issuer',
      'credentialSubject',
    ])
      expect(
        (await judge(aJwt('EdDSA', {}, payloadOf(own.did, { [name]: value })))).overall,
      ).not.toBe(undefined)
})

test('a list of one subject is one subject, which `sub` has to name; of several it can name none', async () => {
  const payload = payloadOf(own.did)
  const { credentialSubject: stated } = payload
  const subject = { ...(isObject(stated) ? stated : {}), id: 'did:example:maria' }
  const judged = (credentialSubject: JsonObject[], sub: JsonObject) =>
    judge(aJwt('EdDSA', { kid: own.method }, { ...payload, credentialSubject, ...sub }))
  const named = { sub: 'did:example:maria' }
  expect((await judged([subject], named)).overall).toBe('verified')
  expect(code(await judged([subject], {}), 'jwt.claims.sub')).toBe('CLAIM_MISSING')
  expect(code(await judged([subject], { sub: 'did:example:ria' }), 'jwt.claims.sub')).toBe(
    'CLAIM_MISMATCH',
  )
  // In the older shape a subject without an id is the one that `sub` names.
  const badge = anUnsignedBadge({ issuer: { id: own.did, name: 'Famous' }, status: [] })
  const vc = { ...badge, credentialSubject: [badge['credentialSubject'] ?? {}] }
  const older = { ...claimsOf(badge), ...named, vc }
  expect((await judge(aJwt('EdDSA', { kid: own.method }, older))).overall).toBe('verified')
  const both = [subject, { ...subject, id: 'did:example:ria' }]
  expect(code(await judged(both, named), 'jwt.claims.sub')).toBe('CLAIM_MISMATCH')
})
