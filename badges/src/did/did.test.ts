import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasVectors, vectorJson } from '../../test/vectors.ts'
import { bytesOfBase58btc } from '../bytes/multibase.ts'
import { ecKey, keyOfJwk } from '../jose/jose-key.ts'
import { keyOfMultikey } from '../jose/key-of-multikey.ts'
import { isObject, listOf, textOf, valueAt, type JsonValue } from '../json/value.ts'
import {
  didKey,
  didKeyDocument,
  didKeyVerificationMethod,
  didWebDocument,
  didWebToUrl,
  publicKeyOfDidKey,
  publicKeyOfMultikey,
  urlToDidWeb,
} from './did.ts'

test('a public key goes into a did:key and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), key => {
      const did = didKey(key)
      expect(did).toMatch(/^did:key:z6Mk/)
      expect(publicKeyOfDidKey(did)).toEqual({ type: 'Ed25519', bytes: Uint8Array.from(key) })
      const document = didKeyDocument(did)
      expect(document?.['assertionMethod']).toEqual([didKeyVerificationMethod(did)])
    }),
    { seed: 1 },
  )
})

test('text that is no key is no did:key', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const key = publicKeyOfMultikey(text)
      if (key !== null) expect(key.bytes.length).toBeGreaterThan(31)
    }),
    { seed: 1 },
  )
  expect(publicKeyOfDidKey('did:key:z6Mkf5rGMoatrSj1f4CyvuHBeXJELe9RPdzo2PKGNCKVtZx')).toBeNull()
  expect(publicKeyOfDidKey('did:key:z' + '1'.repeat(10_000))).toBeNull()
})

test.each([
  ['did:web:district.example', 'https://district.example/.well-known/did.json'],
  ['did:web:district.example:badges:1', 'https://district.example/badges/1/did.json'],
  ['did:web:district.example%3A8443', 'https://district.example:8443/.well-known/did.json'],
  ['did:web:district.example%3A8443:b', 'https://district.example:8443/b/did.json'],
  ['did:web:localhost%3A8443', 'https://localhost:8443/.well-known/did.json'],
])('%s is at %s, and back', (did, url) => {
  expect(didWebToUrl(did)).toEqual({ ok: true, value: url })
  expect(urlToDidWeb(url)).toEqual({ ok: true, value: did })
})

test.each([
  'did:web:',
  'did:web:127.0.0.1',
  'did:web:0x7f000001',
  'did:web:2130706433',
  'did:web:[::1]',
  'did:web:user@a.example',
  'did:web:user%40a.example',
  'did:web:a.example::b',
  'did:web:a.example:..',
  'did:web:a.example:%2e%2e',
  'did:web:a.example:a%2Fb',
  'did:web:a.example:b%3A80%ZZ',
  'did:web:a.example%3A0',
  'did:web:a.example%3A99999',
  'did:web:a.example/x',
  'did:key:z6Mk',
  'https://a.example',
])('%s names no document', did => {
  expect(didWebToUrl(did)).toMatchObject({ ok: false, refusal: { code: 'MALFORMED_VALUE_ERROR' } })
})

test('a did:web document lists its keys for assertions, retired ones with their end', () => {
  const document = didWebDocument('did:web:a.example', [
    { fragment: 'key-2', publicKey: new Uint8Array(32) },
    { fragment: 'key-1', publicKey: new Uint8Array(32), expires: '2026-01-01T00:00:00Z' },
  ])
  expect(document).toMatchObject({
    id: 'did:web:a.example',
    assertionMethod: ['did:web:a.example#key-2', 'did:web:a.example#key-1'],
    verificationMethod: [
      { type: 'Multikey', controller: 'did:web:a.example' },
      { expires: '2026-01-01T00:00:00Z' },
    ],
  })
})

test('a key that was taken back stays in a did:web document, with since when, and asserts nothing', () => {
  const revoked = '2026-11-24T16:00:00.000Z'
  const document = didWebDocument('did:web:a.example', [
    { fragment: 'key-1', publicKey: new Uint8Array(32), revoked },
    { fragment: 'key-2', publicKey: new Uint8Array(32) },
  ])
  expect(document).toMatchObject({
    assertionMethod: ['did:web:a.example#key-2'],
    verificationMethod: [
      { id: 'did:web:a.example#key-1', revoked },
      { id: 'did:web:a.example#key-2' },
    ],
  })
})

test.skipIf(!hasVectors())('the did:key vectors of the method decode', () => {
  const cases = vectorJson('did/did-key-ed25519.json')
  if (!isObject(cases)) throw new Error('no did:key vectors')
  expect(Object.keys(cases).length).toBeGreaterThan(0)
  for (const [did, expected] of Object.entries(cases)) {
    expect(publicKeyOfDidKey(did)?.type).toBe('Ed25519')
    const document = valueAt(expected, 'didDocument')
    const [assertion] = listOf(valueAt(document, 'assertionMethod'))
    const id = textOf(assertion) ?? textOf(valueAt(assertion, 'id'))
    expect(didKeyVerificationMethod(did)).toBe(id)
  }
})

test.skipIf(!hasVectors())('the did:key vectors of P-256 and P-384 decode to the same key', () => {
  const cases = vectorJson('did/did-key-nist.json')
  if (!isObject(cases)) throw new Error('no did:key vectors')
  const kinds = new Set<string>()
  for (const [did, expected] of Object.entries(cases)) {
    const method = valueAt(expected, 'verificationMethod')
    const jwk = valueAt(method, 'publicKeyJwk')
    const stated = jwk === undefined ? keyOfBase58(method) : keyOfJwk(jwk)
    const key = keyOfMultikey(did.slice('did:key:'.length))
    // P-521 is a curve no suite of a badge uses.
    if (!key.ok && valueAt(jwk, 'crv') === 'P-521') continue
    expect(key).toEqual(stated)
    if (key.ok && key.value.kind === 'ec') kinds.add(key.value.curve)
  }
  expect([...kinds].toSorted()).toEqual(['P-256', 'P-384'])
})

/** An uncompressed or compressed point in plain base58, as the older methods of the vectors write it. */
function keyOfBase58(method: JsonValue | undefined) {
  const bytes = bytesOfBase58btc(`z${textOf(valueAt(method, 'publicKeyBase58')) ?? ''}`)
  const isP256 = textOf(valueAt(method, 'type'))?.includes('256') === true
  return ecKey(isP256 ? 'P-256' : 'P-384', bytes ?? new Uint8Array())
}
