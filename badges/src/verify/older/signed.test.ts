import { createHmac, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aBadgeClass,
  aJws,
  aKey,
  anIssuer,
  aSignedAssertion,
  judgeOlder,
  keys,
  pemOf,
  signedDocuments,
  site,
  troubles,
  urls,
} from '../../../test/an-older-badge.ts'
import { base64url } from '../../bytes/base64url.ts'
import { utf8 } from '../../bytes/text.ts'
import type { JsonObject, JsonValue } from '../../json/value.ts'
import { four, type Report } from '../verify.ts'

const assertion = aSignedAssertion()
const jws = aJws(assertion)
const evil = 'https://evil.example'
const strangersKey = `${evil}/key`

/** What failed. What hangs on an unproven signature stays open beside it. */
const failures = (report: Report) => troubles(report).filter(line => line.startsWith('fail '))

const withIssuer = (parts: JsonObject) => ({ ...signedDocuments, [urls.issuer]: anIssuer(parts) })
const withoutCreator = aSignedAssertion({ verification: { type: 'signed' } })

describe('a signed badge', () => {
  test('is verified when its class, its issuer and its key are at hand', async () => {
    const report = await judgeOlder(jws, signedDocuments)
    expect(troubles(report)).toEqual([])
    expect(report.overall).toBe('verified')
    expect(report.subject.issuerName).toBe('Río Verde Unified')
    expect(four(report).status).toMatchObject({ outcome: 'pass', code: 'NO_STATUS_DECLARED' })
    expect(four(report).trust.code).toBe('ISSUER_NOT_LISTED')
  })

  test.each([urls.badge, urls.issuer, urls.key])('is indeterminate without %s', async missing => {
    const rest = Object.entries(signedDocuments).filter(([url]) => url !== missing)
    const report = await judgeOlder(jws, Object.fromEntries(rest))
    expect(report.overall).toBe('indeterminate')
    expect(troubles(report).every(line => line.startsWith('unknown '))).toBe(true)
  })

  test('the key may be PKCS#1, a JWK, plain PEM at its address, or stand in the profile', async () => {
    const jwk: JsonObject = JSON.parse(JSON.stringify(keys[0]?.publicKey.export({ format: 'jwk' })))
    const { publicKeyPem, ...bare } = aKey()
    expect(publicKeyPem).toContain('BEGIN PUBLIC KEY')
    const documents: readonly Readonly<Record<string, JsonObject>>[] = [
      { ...signedDocuments, [urls.key]: aKey({ publicKeyPem: pemOf(keys[0], 'pkcs1') }) },
      { ...signedDocuments, [urls.key]: { ...bare, publicKeyJwk: jwk } },
      withIssuer({ publicKey: aKey() }),
      withIssuer({ publicKey: [{ id: `${site}/other` }, aKey()] }),
    ]
    for (const each of documents) expect(troubles(await judgeOlder(jws, each))).toEqual([])
    const withKeyInside: Readonly<Record<string, JsonObject>> = withIssuer({ publicKey: [aKey()] })
    const { [urls.key]: _, ...rest } = withKeyInside
    expect(troubles(await judgeOlder(jws, rest))).toEqual([])
    // Plain PEM names no owner, so the way back from key to issuer is missing.
    const plain = await judgeOlder(jws, { ...signedDocuments, [urls.key]: utf8(pemOf(keys[0])) })
    expect(plain.overall).toBe('indeterminate')
    expect(troubles(plain)).toContain('unknown issuer.key CONTROLLER_MISMATCH')
  })

  test('without a creator all keys of the issuer are tried, and only those', async () => {
    const old = `${site}/old-key`
    const documents = {
      ...withIssuer({ publicKey: [old, urls.key] }),
      [old]: aKey({ id: old, publicKeyPem: pemOf(keys[1]) }),
    }
    expect(troubles(await judgeOlder(aJws(withoutCreator), documents))).toEqual([])
    const single = { ...documents, ...withIssuer({ publicKey: old }) }
    expect(troubles(await judgeOlder(aJws(withoutCreator), single))).toContain(
      'fail proof.signature PROOF_VERIFICATION_ERROR',
    )
    const none = await judgeOlder(aJws(withoutCreator), withIssuer({}))
    expect(none.overall).toBe('indeterminate')
  })

  test('a badge that says signed and comes without a signature is signed by nobody', async () => {
    const report = await judgeOlder(assertion, signedDocuments)
    expect(report.overall).toBe('not-verified')
    expect(troubles(report)).toContain('fail proof.signature NO_PROOF')
  })

  test('a badge in a JWS that says hosted is not built as the standard asks', async () => {
    const odd = aSignedAssertion({ verification: { type: 'hosted', creator: urls.key } })
    const report = await judgeOlder(aJws(odd), signedDocuments)
    expect(troubles(report)).toEqual(['fail dataModel MALFORMED_VALUE_ERROR'])
  })

  test('a badge that says of itself that it is revoked is, and needs no other word', async () => {
    const { badge, verification, id } = aSignedAssertion()
    const stub: JsonObject = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      ...(id && badge && verification ? { id, badge, verification } : {}),
      revoked: true,
    }
    expect(troubles(await judgeOlder(aJws(stub), signedDocuments))).toEqual([
      'fail status.revocation REVOKED',
    ])
  })

  test('the arithmetic, whose key it is, and who is known are three answers', async () => {
    const report = await judgeOlder(jws, withIssuer({ publicKey: `${site}/another` }))
    const outcomeOf = (id: string) => report.checks.find(check => check.id === id)?.outcome
    expect(outcomeOf('proof.signature')).toBe('pass')
    expect(outcomeOf('issuer.key')).toBe('fail')
    expect(outcomeOf('issuer.known')).toBe('unknown')
    expect(report.overall).toBe('not-verified')
  })
})

describe('a badge that a stranger signs', () => {
  const creator = { verification: { type: 'signed', creator: strangersKey } }
  const forged = aJws(aSignedAssertion(creator), {}, keys[1])
  const theirKey = (owner: string) =>
    aKey({ id: strangersKey, owner, publicKeyPem: pemOf(keys[1]) })

  test.each([urls.issuer, `${evil}/issuer`])(
    'with a key that says it belongs to %s',
    async owner => {
      const documents = { ...signedDocuments, [strangersKey]: theirKey(owner) }
      expect(failures(await judgeOlder(forged, documents))).toEqual([
        'fail issuer.key CONTROLLER_MISMATCH',
      ])
    },
  )

  test('with a key the issuer names and that says it is somebody else’s', async () => {
    const documents = {
      ...withIssuer({ publicKey: [urls.key, strangersKey] }),
      [strangersKey]: theirKey(`${evil}/issuer`),
    }
    expect(failures(await judgeOlder(forged, documents))).toEqual([
      'fail issuer.key CONTROLLER_MISMATCH',
    ])
  })

  test('with the issuer written into it, key and all', async () => {
    const issuer = anIssuer({ publicKey: theirKey(urls.issuer) })
    const whole = aSignedAssertion({ ...creator, badge: aBadgeClass({ issuer }) })
    const text = aJws(whole, {}, keys[1])
    const alone = await judgeOlder(text, { [strangersKey]: theirKey(urls.issuer) })
    expect(alone.overall).toBe('indeterminate')
    expect(troubles(alone)).toContain('unknown issuer.key NOT_RETRIEVED')
    const met = await judgeOlder(text, {
      ...signedDocuments,
      [strangersKey]: theirKey(urls.issuer),
    })
    expect(troubles(met)).toContain('fail issuer.key CONTROLLER_MISMATCH')
  })

  test('as an issuer of their own, about somebody else’s class', async () => {
    const own = `${evil}/issuer`
    const badge = aBadgeClass({ issuer: own })
    const text = aJws(aSignedAssertion({ ...creator, badge }), {}, keys[1])
    const documents = {
      [own]: anIssuer({ id: own, publicKey: strangersKey }),
      [strangersKey]: theirKey(own),
    }
    expect(troubles(await judgeOlder(text, documents))).toEqual(['fail hosted.scope OUT_OF_SCOPE'])
  })

  test('with their key in the header', async () => {
    const jwk: JsonObject = JSON.parse(JSON.stringify(keys[1]?.publicKey.export({ format: 'jwk' })))
    const report = await judgeOlder(aJws(assertion, { jwk }, keys[1]), signedDocuments)
    expect(failures(report)).toEqual(['fail proof.signature PROOF_VERIFICATION_ERROR'])
  })

  test('with no algorithm, or with the public key as a shared secret', async () => {
    const part = (value: JsonObject) => base64url(utf8(JSON.stringify(value)))
    const unsigned = `${part({ alg: 'none' })}.${part(assertion)}.`
    const signed = `${part({ alg: 'HS256' })}.${part(assertion)}`
    const mac = createHmac('sha256', pemOf(keys[0])).update(signed).digest()
    for (const text of [unsigned, `${signed}.${base64url(new Uint8Array(mac))}`]) {
      const report = await judgeOlder(text, signedDocuments)
      expect(report.overall).toBe('not-verified')
      expect(troubles(report)).toContain('fail jwt.alg ALG_NOT_ALLOWED')
    }
    for (const header of [{ crit: ['b64'], b64: false }, { jku: evil }, { x5u: evil }]) {
      const report = await judgeOlder(aJws(assertion, header), signedDocuments)
      expect(troubles(report)).toContain('fail jwt.alg ALG_NOT_ALLOWED')
    }
  })

  test('with a short key, or a thing that is no key', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const weak = aKey({ publicKeyPem: pemOf(short) })
    const report = await judgeOlder(aJws(assertion, {}, short), {
      ...signedDocuments,
      [urls.key]: weak,
    })
    expect(troubles(report)).toContain('fail proof.verificationMethod CRYPTOGRAPHIC_SECURITY_ERROR')
    for (const publicKeyPem of ['', 'x', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----', 5])
      expect(
        (await judgeOlder(jws, { ...signedDocuments, [urls.key]: aKey({ publicKeyPem }) })).overall,
      ).toBe('not-verified')
  })

  test('by changing one bit of a good one: never verified', async () => {
    const bytes = utf8(jws)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        expect((await judgeOlder(changed, signedDocuments)).overall).not.toBe('verified')
      }),
      { numRuns: 150, seed: 20261125 },
    )
  })
})

describe('the list of revoked badges', () => {
  const id = String(assertion['id'])
  const documents = withIssuer({ publicKey: urls.key, revocationList: urls.list })
  const list = (revokedAssertions: JsonValue | undefined, parts: JsonObject = {}): JsonObject => ({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'RevocationList',
    id: urls.list,
    issuer: urls.issuer,
    ...parts,
    ...(revokedAssertions === undefined ? {} : { revokedAssertions }),
  })
  const judge = (there: JsonObject, badge = jws) =>
    judgeOlder(badge, { ...documents, [urls.list]: there })

  test('empty, or of other badges: not revoked', async () => {
    for (const entries of [[], ['urn:x', { id: 'urn:y' }, {}, null, 5, { uid: id.slice(1) }]]) {
      const report = await judge(list(entries))
      expect(report.overall).toBe('verified')
      expect(four(report).status).toMatchObject({ outcome: 'pass', ageMs: 86_400_000 })
    }
  })

  test.each([
    ['an id', [id]],
    ['an id alone', id],
    ['an object alone', { id }],
    ['an object', [{ id, revocationReason: 'A mistake' }]],
    ['an object that says so', [{ id, revoked: true }]],
    ['a uid', [{ uid: id }]],
    ['revoked again', [{ id, revoked: false }, id]],
  ])('%s: revoked', async (_, entries) => {
    const report = await judge(list(entries))
    expect(troubles(report)).toEqual(['fail status.revocation REVOKED'])
  })

  test('revoked: false takes it back', async () => {
    expect((await judge(list([id, { id, revoked: false }]))).overall).toBe('verified')
  })

  test('of another issuer says nothing, whichever way', async () => {
    for (const entries of [[], [id]]) {
      const report = await judge(list(entries, { issuer: `${evil}/issuer` }))
      expect(report.overall).toBe('indeterminate')
      expect(troubles(report)).toEqual(['unknown status.revocation STATUS_VERIFICATION_ERROR'])
      const owner = report.checks.find(check => check.id === 'statusList.issuer')
      expect(owner).toMatchObject({ outcome: 'fail', code: 'CONTROLLER_MISMATCH' })
    }
  })

  test('that is not at hand, or is no list, says nothing', async () => {
    expect(troubles(await judgeOlder(jws, documents))).toEqual([
      'unknown status.revocation STATUS_RETRIEVAL_ERROR',
    ])
    const odd: readonly JsonObject[] = [
      list(undefined),
      list({}),
      list('x'),
      {},
      { error: 'later' },
    ]
    for (const there of odd)
      expect(troubles(await judge(there))).toEqual([
        'unknown status.revocation STATUS_VERIFICATION_ERROR',
      ])
  })

  test('that the badge names instead of the issuer is not looked at', async () => {
    const own = aJws(aSignedAssertion({ revocationList: `${evil}/list` }))
    const report = await judge(list([id]), own)
    expect(troubles(report)).toEqual(['fail status.revocation REVOKED'])
  })

  test('1.x: an object of uids, and the key at verify.url on the issuer’s site', async () => {
    const first = {
      uid: 'abc',
      recipient: { identity: 'a@b.example', hashed: false, type: 'email' },
      badge: urls.badge,
      issuedOn: 1430352000,
      verify: { type: 'signed', url: urls.key },
    }
    const badge = { ...aBadgeClass(), criteria: `${site}/c` }
    const at = {
      [urls.badge]: badge,
      [urls.issuer]: { name: 'Río Verde Unified', url: site, revocationList: urls.list },
      [urls.key]: utf8(pemOf(keys[0], 'pkcs1')),
    }
    const good = await judgeOlder(aJws(first), { ...at, [urls.list]: { xyz: 'A mistake' } })
    expect(troubles(good)).toEqual([])
    const revoked = await judgeOlder(aJws(first), { ...at, [urls.list]: { abc: 'A mistake' } })
    expect(troubles(revoked)).toEqual(['fail status.revocation REVOKED'])
    const far = { ...first, verify: { type: 'signed', url: strangersKey } }
    const forged = await judgeOlder(aJws(far, {}, keys[1]), {
      ...at,
      [urls.list]: {},
      [strangersKey]: utf8(pemOf(keys[1])),
    })
    expect(troubles(forged)).toEqual(['fail issuer.key CONTROLLER_MISMATCH'])
  })
})
