import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  at,
  bundleOf,
  bytesOf,
  created,
  did,
  secretKey,
  verificationMethod,
} from '../../test/a-badge.ts'
import {
  aJws,
  anIssuer,
  aSignedAssertion,
  judgeOlder,
  keys as olderKeys,
  pemOf,
  signedDocuments,
  troubles,
  urls,
} from '../../test/an-older-badge.ts'
import { aJwt, claimsOf, jwkOf } from '../../test/signed.ts'
import { utf8 } from '../bytes/text.ts'
import { addProof } from '../issue/add-proof.ts'
import { isObject, type JsonObject, type JsonValue } from '../json/value.ts'
import { issuerKeysReadMax, keysTriedMax, partsDepthMax, partsMax, proofsMax } from '../limits.ts'
import { four, verifyBadge, type Report } from './verify.ts'

const signed = (document: JsonObject) =>
  addProof(document, { secretKey, verificationMethod, created })
const good = await aBadge({ status: [] })
const judge = (document: JsonObject) => verifyBadge(bytesOf(document), { at, bundle: bundleOf({}) })
const decisive = (report: Report) =>
  report.checks
    .filter(check => check.needed && check.outcome !== 'pass')
    .map(({ id, outcome, code }) => `${outcome} ${id} ${code ?? ''}`)

/** A good badge with something in it that nobody signed. */
const forged: JsonObject = { ...good, name: 'Forged' }

const aRecord = (credentialSubject: JsonValue): JsonObject => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f77',
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: { id: did, type: ['Profile'], name: 'District' },
  name: 'A record',
  validFrom: '2026-03-02T10:00:00Z',
  credentialSubject,
})
const aSubject = (id: string, verifiableCredential: JsonValue): JsonObject => ({
  ...{ id, type: ['ClrSubject'], verifiableCredential },
})

describe('what is inside', () => {
  test('is looked at in every subject, not in the first alone', async () => {
    const two = [aSubject('did:example:1', [good]), aSubject('did:example:2', [forged])]
    const report = await judge(await signed(aRecord(two)))
    expect(report.parts.map(part => [part.input, part.overall])).toEqual([
      ['/credentialSubject/0/verifiableCredential/0', 'verified'],
      ['/credentialSubject/1/verifiableCredential/0', 'not-verified'],
    ])
  })

  test('and is more than is looked at: the record is not verified, and says from where on', async () => {
    const contained = Array.from({ length: partsMax + 1 }, (_, place) => `urn:badge:${place}`)
    const report = await judge(await signed(aRecord(aSubject('did:example:1', contained))))
    expect(decisive(report)).toEqual(['unknown parts TOO_LARGE'])
    expect(report.checks.find(({ id }) => id === 'parts')?.about).toBe(
      `/credentialSubject/verifiableCredential/${partsMax}`,
    )
    expect(report.overall).toBe('indeterminate')
    expect(four(report).signature).toMatchObject({ outcome: 'unknown', code: 'TOO_LARGE' })
    const whole = aRecord(aSubject('did:example:1', contained.slice(0, partsMax)))
    expect((await judge(await signed(whole))).overall).toBe('verified')
  })

  test('and deeper than is looked at: what holds it says so', async () => {
    let record: JsonObject = good
    for (let depth = 0; depth <= partsDepthMax; depth += 1)
      record = { ...aRecord(aSubject('did:example:1', [record])), proof: [] }
    let report = await judge(record)
    for (let depth = 0; depth < partsDepthMax; depth += 1) {
      expect(decisive(report)).not.toContain('unknown parts TOO_DEEP')
      report = report.parts[0] ?? report
    }
    expect(decisive(report)).toContain('unknown parts TOO_DEEP')
  })
})

describe('more than is tried', () => {
  const [proof] = [good['proof'] ?? []].flat()
  const bad = { ...(isObject(proof) ? proof : {}), created: '2026-03-02T10:00:01Z' }

  test('of proofs: one that was not looked at may be the good one', async () => {
    const with_ = (count: number) =>
      judge({ ...good, proof: [...Array.from({ length: count }, () => bad), proof ?? null] })
    expect((await with_(proofsMax - 1)).overall).toBe('verified')
    const beyond = await with_(proofsMax)
    expect(decisive(beyond)).toEqual(['unknown proof.signature TOO_COMPLEX'])
    expect(beyond.overall).toBe('indeterminate')
    const all = await judge({ ...good, proof: Array.from({ length: proofsMax }, () => bad) })
    expect(all.overall).toBe('not-verified')
  })

  const other = () => jwkOf('ed25519', generateKeyPairSync('ed25519').publicKey)
  const issuer = 'https://district.example/issuer'
  const credential = anUnsignedBadge({ issuer: { id: issuer, name: 'District' }, status: [] })
  const documentOf = (jwks: readonly JsonObject[]): JsonObject => ({
    id: issuer,
    assertionMethod: jwks.map((publicKeyJwk, place) => ({
      ...{ id: `#key-${place}`, type: 'JsonWebKey', controller: issuer, publicKeyJwk },
    })),
  })
  const judgeJwt = async (header: JsonObject, others: number) => {
    const jwt = aJwt('EdDSA', header, { ...credential, ...claimsOf(credential) })
    const jwks = [...Array.from({ length: others }, other), jwkOf('ed25519')]
    const bundle = bundleOf({ [issuer]: documentOf(jwks) })
    return verifyBadge(utf8(jwt), { at, bundle })
  }

  test('of keys without a name: the one that signed may be among the rest', async () => {
    expect((await judgeJwt({}, keysTriedMax - 1)).overall).toBe('verified')
    const beyond = await judgeJwt({}, keysTriedMax)
    expect(decisive(beyond)).toContain('unknown proof.signature TOO_COMPLEX')
    expect(beyond.overall).toBe('indeterminate')
  })

  test('of keys in a document: a key in the header may be among those that are not read', async () => {
    const jwk = jwkOf('ed25519')
    expect((await judgeJwt({ jwk }, issuerKeysReadMax - 1)).overall).toBe('verified')
    expect((await judgeJwt({ jwk }, issuerKeysReadMax + 1)).overall).toBe('indeterminate')
    // A key that is named is found wherever it stands.
    const named = await judgeJwt({ kid: `${issuer}#key-300` }, 300)
    expect(named.overall).toBe('verified')
  })

  test('of keys of a 2.0 issuer', async () => {
    const key = (pem: string, place: number) => ({
      ...{ id: `${urls.issuer}#${place}`, owner: urls.issuer, publicKeyPem: pem },
    })
    const judgeWith = (others: number) => {
      const pems = [
        ...Array.from({ length: others }, () => pemOf(olderKeys[1])),
        pemOf(olderKeys[0]),
      ]
      const documents = {
        ...signedDocuments,
        [urls.issuer]: anIssuer({ publicKey: pems.map(key) }),
      }
      return judgeOlder(aJws(aSignedAssertion({ verification: { type: 'signed' } })), documents)
    }
    expect((await judgeWith(keysTriedMax - 1)).overall).toBe('verified')
    const beyond = await judgeWith(keysTriedMax)
    expect(beyond.overall).toBe('indeterminate')
    expect(troubles(beyond)).toContain('unknown proof.signature TOO_COMPLEX')
  })
})
