import { createHash, verify as nodeVerify } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { bytesOfBase58btc } from '../src/bytes/multibase.ts'
import { utf8 } from '../src/bytes/text.ts'
import { canonicalJson } from '../src/json/jcs.ts'
import { textOf, type JsonObject } from '../src/json/value.ts'
import { defaultPolicy, emptyBundle, verifyBadge } from '../src/verify/verify.ts'
import { anUnsignedBadge, at, bytesOf } from './a-badge.ts'
import { anyCredential } from './any-credential.ts'
import { changes, proofOf } from './changes.ts'
import {
  aJwt,
  algs,
  claimsOf,
  didKeyOf,
  everyAlg,
  jwkOf,
  pairs,
  withProof,
  type SuiteName,
} from './signed.ts'

const seed = 20_260_302
const policy = { ...defaultPolicy, algs: everyAlg }
const ours = (bytes: Uint8Array) => verifyBadge(bytes, { at, bundle: emptyBundle, policy })

describe('suites of JSON, put together again from canonicalize and Node', () => {
  const hashes = { 'SHA-256': 'sha256', 'SHA-384': 'sha384' } as const
  const cases: readonly [SuiteName, 'ed25519' | 'p256' | 'p384', keyof typeof hashes][] = [
    ['eddsa-jcs-2022', 'ed25519', 'SHA-256'],
    ['ecdsa-jcs-2019 P-256', 'p256', 'SHA-256'],
    ['ecdsa-jcs-2019 P-384', 'p384', 'SHA-384'],
  ]
  test.each(cases)('%s', async (suite, pair, digest) => {
    const { did, method } = didKeyOf(pair)
    const theirs = (document: JsonObject): boolean => {
      const { proof: _, ...bare } = document
      const { proofValue, ...options } = proofOf(document)
      const hashed = [options, bare].map(part =>
        createHash(hashes[digest])
          .update(canonicalize(part) ?? '')
          .digest(),
      )
      const signature = bytesOfBase58btc(textOf(proofValue) ?? '') ?? new Uint8Array()
      const key = { key: pairs[pair].publicKey, dsaEncoding: 'ieee-p1363' } as const
      const hash = pair === 'ed25519' ? null : hashes[digest]
      return nodeVerify(hash, Buffer.concat(hashed), key, signature)
    }
    const names = [
      'nothing',
      'members in another order',
      'another name',
      'another end',
      'another time of signing',
    ]
    await fc.assert(
      fc.asyncProperty(anyCredential(did), fc.constantFrom(...names), async (credential, name) => {
        const changed = changes[name]?.make(await withProof(credential, suite, method)) ?? {}
        const report = await ours(bytesOf(changed))
        const signature = report.checks.find(check => check.id === 'proof.signature')
        expect(signature?.outcome).toBe(theirs(changed) ? 'pass' : 'fail')
      }),
      { seed, numRuns: 30 },
    )
  })

  test('JCS of any JSON is that of canonicalize', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), value => {
        const written = canonicalJson(JSON.parse(JSON.stringify(value)))
        expect(written.ok && written.value).toBe(canonicalize(JSON.parse(JSON.stringify(value))))
      }),
      { seed, numRuns: 300 },
    )
  })
})

describe('the same signatures as jose', () => {
  /** What may be done to a compact JWS; `why` where jose takes what we refuse. */
  const turns: Readonly<Record<string, { make(jwt: string): string; why?: string }>> = {
    nothing: { make: jwt => jwt },
    'another payload': {
      make: jwt =>
        jwt.replace(/\.[^.]+\./, `.${Buffer.from('{"type":[]}').toString('base64url')}.`),
    },
    'no signature': { make: jwt => jwt.replace(/[^.]+$/, '') },
    'a signature cut short': { make: jwt => jwt.slice(0, -4) },
    'a bit of the signature': {
      make: jwt => jwt.replace(/.(.{5})$/, (_, end: string) => `_${end}`),
    },
    padding: {
      make: jwt => jwt + '='.repeat((4 - ((jwt.length - jwt.lastIndexOf('.') - 1) % 4)) % 4),
      why: 'RFC 7515 section 2: base64url of a JWS has no padding',
    },
    'a second spelling of the last sign': {
      make: jwt => {
        const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
        return jwt.slice(0, -1) + signs.charAt(signs.indexOf(jwt.slice(-1)) ^ 1)
      },
      why: 'RFC 4648 section 3.5: bits that carry nothing are zero, else one JWS has several texts',
    },
  }
  const headers: readonly JsonObject[] = [
    {},
    { typ: 'vc+jwt' },
    { crit: ['exp'], exp: 1 },
    { crit: [] },
    { crit: 'b64' },
    { zip: 'DEF' },
    { jku: 'https://evil.example/keys' },
    { alg: 'none' },
    { alg: 'HS256' },
    { alg: 'RS512' },
    { alg: 'ES384' },
    { b64: true },
  ]
  const stricter = new Map([
    [
      '{"zip":"DEF"}',
      'OB 3.0 #jwt-proof: no such parameter; a payload that is packed is not what it says',
    ],
    [
      '{"jku":"https://evil.example/keys"}',
      'OB 3.0 #jwt-proof: a signer does not say where his key is looked up',
    ],
    ['{"b64":true}', 'RFC 7797 section 3: b64 has to be named by crit, and no badge needs it'],
  ])

  test.each(everyAlg)('%s', async alg => {
    const jwk = jwkOf(algs[alg])
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    const credential = anUnsignedBadge({ issuer: { id: did, name: 'R' }, status: [], results: [] })
    const key = await importJWK({ kty: '', ...JSON.parse(JSON.stringify(jwk)) }, alg)
    const joses = async (jwt: string) => {
      try {
        await compactVerify(jwt, key, { algorithms: [...everyAlg] })
        return true
      } catch {
        // That jose throws is its way to say no.
        return false
      }
    }
    for (const header of headers)
      for (const [name, { make, why }] of Object.entries(turns)) {
        const jwt = make(
          aJwt(alg, { kid: `${did}#0`, ...header }, { ...credential, ...claimsOf(credential) }),
        )
        const report = await ours(utf8(jwt))
        const mine = ['jwt.alg', 'proof.signature'].every(id =>
          report.checks.some(check => check.id === id && check.outcome === 'pass'),
        )
        const reason = why ?? stricter.get(JSON.stringify(header))
        const theirs = await joses(jwt)
        if (mine !== theirs) expect(reason, `${name} ${JSON.stringify(header)}`).toBeDefined()
        // Stricter we may be, with a reason; never laxer.
        if (!theirs) expect(mine, `${name} ${JSON.stringify(header)}`).toBe(false)
      }
  })
})
